package nl.kring.crm.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.PersonEdit;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody who is not the steward may do at once, and what waits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesByOthersTest {

    private static final String BIG = "39054148101";

    private StewardFixture kring;
    private UUID person;

    @BeforeAll
    void open() throws Exception {
        kring = new StewardFixture();
    }

    @AfterAll
    void close() throws Exception {
        kring.close();
    }

    @BeforeEach
    void somebody() {
        kring.at("2026-09-01T10:00:00Z");
        kring.sql("delete from crm.derived_until");
        kring.sql("delete from crm.change_notice");
        kring.sql("delete from crm.change_proposal");
        kring.sql("delete from crm.message");
        kring.decisions.clear();
        person = kring.personOfFea("Jansen");
    }

    @Test
    void an_edit_by_another_organisation_holds_at_once_and_the_steward_is_told() {
        kring.as(kring.thoon);
        correct(PersonField.GIVEN_NAME, "Anna");
        assertThat(kring.card(person).displayName()).isEqualTo("A. (Anna) Jansen");
        assertThat(kring.notices(ChangeNotices::unseen)).isEmpty();
        kring.as(kring.fea);
        assertThat(kring.notices(ChangeNotices::unseen)).singleElement().satisfies(notice -> {
            assertThat(notice.editor()).isEqualTo("THOON");
            assertThat(notice.value()).isEqualTo("Anna");
            assertThat(notice.person()).isEqualTo(person);
        });
    }

    @Test
    void a_merge_of_persons_that_others_look_after_is_proposed_and_accepting_does_it() {
        UUID twice = kring.personOfFea("Janssen");
        assertThatThrownBy(() -> kring.proposals(proposals -> proposals.proposeMerge(person, twice, "dezelfde")))
                .isInstanceOf(InvalidInputException.class);
        kring.as(kring.thoon);
        UUID proposal = kring.proposals(proposals -> proposals.proposeMerge(person, twice, "dezelfde"));
        assertThatThrownBy(() -> kring.proposals(proposals -> proposals.proposeMerge(person, twice, "dezelfde")))
                .isInstanceOf(InvalidInputException.class);
        kring.as(kring.fea);
        kring.proposals(proposals -> {
            proposals.accept(proposal, "klopt");
            return null;
        });
        assertThat(kring.card(twice).uuid()).isEqualTo(person);
        assertThat(kring.texts("select reason from crm.merge_event")).containsExactly("THOON: dezelfde");
    }

    @Test
    void an_edit_by_the_steward_tells_nobody() {
        kring.as(kring.fea);
        correct(PersonField.GIVEN_NAME, "Anna");
        assertThat(kring.notices(ChangeNotices::unseen)).isEmpty();
    }

    @Test
    void the_steward_reverts_an_edit_of_another_with_one_click() {
        kring.as(kring.thoon);
        correct(PersonField.GIVEN_NAME, "Anna");
        kring.as(kring.fea);
        UUID notice = kring.notices(ChangeNotices::unseen).get(0).uuid();
        kring.notices(notices -> {
            notices.revert(notice);
            return null;
        });
        assertThat(kring.card(person).displayName()).isEqualTo("A. Jansen");
        assertThat(kring.notices(ChangeNotices::unseen)).isEmpty();
    }

    @Test
    void a_notice_that_was_seen_does_not_come_back_and_is_for_the_steward_alone() {
        kring.as(kring.thoon);
        correct(PersonField.GIVEN_NAME, "Anna");
        UUID notice = kring.as(kring.fea).notices(ChangeNotices::unseen).get(0).uuid();
        kring.as(kring.lhv);
        assertThatThrownBy(() -> kring.notices(notices -> {
                    notices.revert(notice);
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        kring.as(kring.fea).notices(notices -> {
            notices.see(notice);
            return null;
        });
        assertThat(kring.notices(ChangeNotices::unseen)).isEmpty();
        assertThat(kring.card(person).displayName()).isEqualTo("A. (Anna) Jansen");
    }

    @Test
    void what_an_organisation_keeps_to_itself_tells_the_steward_nothing() {
        kring.as(kring.thoon);
        correct(PersonField.MOBILE, "06-12345678");
        assertThat(kring.as(kring.fea).notices(ChangeNotices::unseen)).isEmpty();
    }

    @Test
    void a_third_organisation_takes_nothing_back() {
        kring.as(kring.thoon);
        UUID statement = correct(PersonField.GIVEN_NAME, "Anna");
        kring.as(kring.lhv);
        assertThatThrownBy(() -> kring.persons(persons -> persons.withdraw(statement)))
                .isInstanceOf(NotAllowedException.class);
        kring.as(kring.thoon);
        UUID kept = correct(PersonField.MOBILE, "06-12345678");
        kring.as(kring.fea);
        assertThatThrownBy(() -> kring.persons(persons -> persons.withdraw(kept)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_steward_is_the_organisation_of_the_oldest_membership_that_holds() {
        kring.belongs(person, kring.lhv, "2020-01-01");
        kring.belongs(person, kring.thoon, "2010-01-01");
        assertThat(kring.as(kring.lhv).card(person).steward()).isEqualTo("THOON");
    }

    @Test
    void nobody_becomes_steward_by_writing_a_membership_today() {
        kring.belongs(person, kring.thoon, "1990-01-01", false);
        assertThat(kring.as(kring.lhv).card(person).steward()).isEqualTo("FEA");
    }

    @Test
    void whoever_is_no_longer_steward_takes_no_identifier_back_without_a_proposal() {
        kring.as(kring.fea);
        UUID said = correct(PersonField.BIG, BIG);
        kring.belongs(person, kring.thoon, "2010-01-01");
        assertThatThrownBy(() -> kring.persons(persons -> persons.withdraw(said)))
                .isInstanceOf(ProposalNeededException.class);
        assertThat(kring.card(person).big()).isEqualTo(BIG);
    }

    @Test
    void an_identifier_is_changed_at_once_by_the_steward_alone() {
        kring.as(kring.fea);
        correct(PersonField.BIG, BIG);
        assertThat(kring.card(person).big()).isEqualTo(BIG);
        kring.as(kring.thoon);
        for (PersonField field : List.of(PersonField.BIG, PersonField.AGB, PersonField.KVK)) {
            assertThatThrownBy(() -> correct(field, "12345678")).isInstanceOf(ProposalNeededException.class);
        }
    }

    @Test
    void the_identifier_that_another_proposes_waits_and_is_there_when_the_steward_accepts_it() {
        UUID proposal = propose(BIG, null);
        assertThat(kring.card(person).big()).isNull();
        assertThat(kring.texts("select recipient from crm.message")).containsExactly("fea@example.nl");
        kring.as(kring.fea);
        assertThat(kring.proposals(ChangeProposals::waitingCount)).isEqualTo(1);
        assertThat(kring.proposals(ChangeProposals::waiting)).singleElement().satisfies(line -> {
            assertThat(line.proposer()).isEqualTo("THOON");
            assertThat(line.value()).isEqualTo(BIG);
        });
        accept(proposal);
        assertThat(kring.card(person).big()).isEqualTo(BIG);
        assertThat(kring.card(person).field(PersonField.BIG).shown().organisation())
                .isEqualTo("FEA");
        assertThat(kring.card(person).field(PersonField.BIG).shown().reason()).isEqualTo("THOON: op de pas gezien");
        assertThat(kring.proposals(ChangeProposals::waitingCount)).isZero();
        assertThat(kring.decisions)
                .singleElement()
                .satisfies(news -> assertThat(news.state()).isEqualTo(ProposalState.ACCEPTED));
        assertThat(kring.texts("select recipient from crm.message order by id"))
                .containsExactly("fea@example.nl", "collega@example.nl");
        assertThat(kring.texts("select body from crm.message").toString()).doesNotContain(BIG);
    }

    @Test
    void a_proposal_with_a_day_holds_from_that_day() {
        UUID proposal = propose(BIG, LocalDate.parse("2026-10-01"));
        kring.as(kring.fea);
        accept(proposal);
        assertThat(kring.card(person).big()).isNull();
        assertThat(kring.persons(persons -> persons.card(person, LocalDate.parse("2026-10-01")))
                        .big())
                .isEqualTo(BIG);
    }

    @Test
    void a_rejected_proposal_changes_nothing_and_the_proposer_reads_why() {
        UUID proposal = propose(BIG, null);
        kring.as(kring.fea);
        assertThatThrownBy(() -> reject(proposal, " ")).hasMessageContaining("proposal-answer");
        reject(proposal, "Dit is het nummer van haar zus");
        assertThat(kring.card(person).big()).isNull();
        kring.as(kring.thoon);
        assertThat(kring.proposals(ChangeProposals::proposed)).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(ProposalState.REJECTED);
            assertThat(line.answer()).isEqualTo("Dit is het nummer van haar zus");
        });
        assertThat(kring.texts("select body from crm.message").toString()).contains("van haar zus");
    }

    @Test
    void a_proposal_is_decided_once() {
        UUID proposal = propose(BIG, null);
        kring.as(kring.fea);
        accept(proposal);
        assertThatThrownBy(() -> accept(proposal)).hasMessageContaining("proposal-decided");
        assertThatThrownBy(() -> reject(proposal, "toch niet")).hasMessageContaining("proposal-decided");
    }

    @Test
    void a_proposal_is_taken_back_by_who_made_it_and_decided_by_the_steward() {
        UUID proposal = propose(BIG, null);
        kring.as(kring.thoon);
        assertThatThrownBy(() -> accept(proposal)).isInstanceOf(NotAllowedException.class);
        kring.as(kring.lhv);
        assertThatThrownBy(() -> accept(proposal)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> withdraw(proposal)).isInstanceOf(NotFoundException.class);
        assertThat(kring.proposals(ChangeProposals::waiting)).isEmpty();
        kring.as(kring.thoon);
        withdraw(proposal);
        kring.as(kring.fea);
        assertThatThrownBy(() -> accept(proposal)).hasMessageContaining("proposal-decided");
    }

    @Test
    void the_platform_administrator_sees_and_decides_every_proposal() {
        UUID proposal = propose(BIG, null);
        kring.asPlatformAdmin();
        assertThat(kring.proposals(ChangeProposals::waiting)).hasSize(1);
        accept(proposal);
        assertThat(kring.card(person).big()).isEqualTo(BIG);
    }

    @Test
    void a_proposal_that_cannot_be_or_is_not_needed_is_refused() {
        kring.as(kring.thoon);
        assertThatThrownBy(() -> propose(PersonField.BIG, "39054148102", "gezien"))
                .hasMessageContaining("person-big");
        assertThatThrownBy(() -> propose(PersonField.BIG, BIG, "")).hasMessageContaining("reason-missing");
        assertThatThrownBy(() -> propose(PersonField.BIG, BIG, "zie 111222333")).hasMessageContaining("looks-like-bsn");
        assertThatThrownBy(() -> propose(PersonField.EMAIL, "a@example.nl", "gezien"))
                .isInstanceOf(InvalidInputException.class);
        kring.as(kring.fea);
        assertThatThrownBy(() -> propose(PersonField.BIG, BIG, "gezien")).hasMessageContaining("proposal-not-needed");
    }

    @Test
    void the_end_of_a_position_that_another_proposes_waits_and_comes_when_the_steward_accepts_it() {
        UUID work = kring.works(
                person, kring.practice("Praktijk Oud", "7607 AB", "Almelo"), "GP", "2010-01-01", null, false);
        kring.as(kring.thoon);
        UUID proposal = proposeEnd(ProposalKind.END_AFFILIATION, work, "2026-06-30");
        assertThat(kring.texts(
                        "select cast(valid_to as text) from crm.affiliation where valid_to is not null and uuid = '"
                                + work + "'"))
                .isEmpty();
        kring.as(kring.fea);
        accept(proposal);
        assertThat(kring.texts("select cast(valid_to as text) from crm.affiliation where uuid = '" + work + "'"))
                .containsExactly("2026-06-30");
    }

    @Test
    void the_end_of_a_membership_waits_for_the_steward_too() {
        UUID membership = kring.belongs(person, kring.fea, "2010-01-01");
        kring.as(kring.thoon);
        UUID proposal = proposeEnd(ProposalKind.END_MEMBERSHIP, membership, "2026-12-31");
        kring.as(kring.fea);
        accept(proposal);
        assertThat(kring.texts("select cast(valid_to as text) from crm.membership where uuid = '" + membership + "'"))
                .containsExactly("2026-12-31");
    }

    @Test
    void an_end_before_the_beginning_is_no_proposal() {
        UUID membership = kring.belongs(person, kring.fea, "2010-01-01");
        kring.as(kring.thoon);
        assertThatThrownBy(() -> proposeEnd(ProposalKind.END_MEMBERSHIP, membership, "2009-12-31"))
                .hasMessageContaining("period-ends-first");
        assertThatThrownBy(() -> proposeEnd(ProposalKind.MERGE, membership, "2019-12-31"))
                .hasMessageContaining("proposal-kind");
    }

    @Test
    void whoever_confirms_confirms_what_is_shown() {
        kring.as(kring.thoon);
        long looked = kring.card(person).version();
        confirm(looked);
        assertThat(kring.card(person).confirmedAt()).isNotNull();
        correct(PersonField.GIVEN_NAME, "Anna");
        assertThatThrownBy(() -> confirm(looked)).isInstanceOf(EditConflictException.class);
    }

    @Test
    void somebody_with_the_same_name_or_number_is_found_before_a_person_is_added() {
        kring.as(kring.fea);
        correct(PersonField.BIG, BIG);
        kring.as(kring.thoon);
        assertThat(alike(BIG, "")).extracting(PersonLine::uuid).contains(person);
        assertThat(alike("jansen")).isNotEmpty();
        assertThat(alike()).isEmpty();
    }

    @Test
    void when_the_day_comes_what_begins_is_shown_and_what_ended_is_not_and_looking_again_changes_nothing() {
        kring.as(kring.fea);
        kring.theDayTurns();
        kring.persons(persons -> persons.changeFrom(
                person,
                LocalDate.parse("2026-09-04"),
                new PersonEdit("opgeleid", persons.card(person).version()).with(PersonField.PROFESSION, "GP")));
        assertThat(kring.card(person).profession()).isNull();
        kring.at("2026-09-03T22:30:00Z").theDayTurns(); // half past twelve in Amsterdam, and two days were missed
        assertThat(kring.card(person).profession()).isEqualTo(Profession.GP);
        long version = kring.card(person).version();
        kring.theDayTurns();
        assertThat(kring.card(person).version()).isEqualTo(version);
    }

    @Test
    void where_somebody_works_follows_the_affiliation_of_today() {
        kring.as(kring.fea);
        kring.theDayTurns();
        long old = kring.practice("Praktijk Oud", "7607 AB", "Almelo");
        long young = kring.practice("Praktijk Nieuw", "7551 AC", "Hengelo");
        kring.works(person, old, "PRACTICE_OWNER", "2010-01-01", "2026-09-01", false);
        kring.works(person, young, "PRACTICE_OWNER", "2026-09-02", null, false);
        kring.works(person, young, "CHAIR", "2026-08-01", null, false);
        kring.at("2026-09-01T21:59:00Z").theDayTurns();
        kring.persons(persons -> persons.correct(
                person, new PersonEdit("x", persons.card(person).version()).with(PersonField.GIVEN_NAME, "Anna")));
        assertThat(kring.card(person).workplace()).isEqualTo("Praktijk Oud");
        assertThat(kring.card(person).municipality()).isEqualTo("Almelo");
        kring.at("2026-09-01T22:01:00Z").theDayTurns();
        assertThat(kring.card(person).workplace()).isEqualTo("Praktijk Nieuw");
        assertThat(kring.card(person).place()).isEqualTo("Hengelo");
        assertThat(kring.persons(persons -> persons.card(person, LocalDate.parse("2020-01-01")))
                        .workplace())
                .isEqualTo("Praktijk Oud");
    }

    @Test
    void what_was_said_by_hand_of_a_workplace_goes_before_what_was_only_derived() {
        kring.as(kring.fea);
        long derived = kring.practice("Praktijk Afgeleid", "7607 AB", "Almelo");
        kring.works(person, derived, "GP", null, null, true);
        correct(PersonField.GIVEN_NAME, "Anna");
        assertThat(kring.card(person).workplace()).isEqualTo("Praktijk de Rij");
        long own = kring.practice("Praktijk Eigen", "7551 AC", "Hengelo");
        kring.works(person, own, "PRACTICE_OWNER", "2020-01-01", null, false);
        correct(PersonField.GIVEN_NAME, "Anne");
        assertThat(kring.card(person).workplace()).isEqualTo("Praktijk Eigen");
    }

    private UUID correct(PersonField field, String value) {
        return kring.persons(persons -> persons.correct(
                        person, new PersonEdit("gebeld", persons.card(person).version()).with(field, value)))
                .get(0);
    }

    private UUID propose(String big, LocalDate from) {
        kring.as(kring.thoon);
        return kring.proposals(proposals -> proposals.proposeIdentifier(
                new IdentifierProposal(person, PersonField.BIG, null, big, from, null, "op de pas gezien")));
    }

    private UUID propose(PersonField field, String value, String reason) {
        return kring.proposals(proposals ->
                proposals.proposeIdentifier(new IdentifierProposal(person, field, null, value, null, null, reason)));
    }

    private UUID proposeEnd(ProposalKind kind, UUID subject, String lastDay) {
        return kring.proposals(proposals ->
                proposals.proposeEnd(new EndProposal(kind, subject, LocalDate.parse(lastDay), "niet meer gezien")));
    }

    private void accept(UUID proposal) {
        kring.proposals(proposals -> {
            proposals.accept(proposal, null);
            return null;
        });
    }

    private void reject(UUID proposal, String answer) {
        kring.proposals(proposals -> {
            proposals.reject(proposal, answer);
            return null;
        });
    }

    private void withdraw(UUID proposal) {
        kring.proposals(proposals -> {
            proposals.withdraw(proposal);
            return null;
        });
    }

    private List<PersonLine> alike(String... typed) {
        return kring.persons(persons -> persons.alike(List.of(typed)));
    }

    private void confirm(long version) {
        kring.persons(persons -> {
            persons.confirm(person, version);
            return null;
        });
    }
}
