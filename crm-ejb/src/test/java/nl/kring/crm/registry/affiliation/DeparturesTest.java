package nl.kring.crm.registry.affiliation;

import static nl.kring.crm.registry.affiliation.RegionFixture.FEA;
import static nl.kring.crm.registry.affiliation.RegionFixture.GP_GROUP;
import static nl.kring.crm.registry.affiliation.RegionFixture.LHV;
import static nl.kring.crm.registry.affiliation.RegionFixture.OTHER_PRACTICE;
import static nl.kring.crm.registry.affiliation.RegionFixture.POST;
import static nl.kring.crm.registry.affiliation.RegionFixture.PRACTICE;
import static nl.kring.crm.registry.affiliation.RegionFixture.THOON;
import static nl.kring.crm.registry.affiliation.RegionFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.ProposalNeededException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeparturesTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private RegionFixture region;
    private long anna;
    private UUID owner;

    /** Anna owns De Eik, which is in a GP group, does duty at the post, and is a member of three organisations. */
    @BeforeEach
    void a_region() throws Exception {
        region = new RegionFixture();
        anna = region.person("Anna");
        long bert = region.person("Bert");
        member(null, PRACTICE, GP_GROUP);
        member(anna, null, FEA);
        member(anna, null, GP_GROUP);
        member(anna, null, LHV);
        owner = work(anna, PRACTICE, AffiliationRole.PRACTICE_OWNER, NEW_YEAR, null);
        work(anna, PRACTICE, AffiliationRole.GP_TRAINER, NEW_YEAR, null);
        work(anna, POST, AffiliationRole.DUTY_GP, NEW_YEAR, null);
        work(bert, PRACTICE, AffiliationRole.LOCUM, NEW_YEAR, anna);
        RegionFixture.sql(
                "insert into crm.account (id, uuid, email, display_name, password_hash, person_id, created_at)"
                        + " values (500, gen_random_uuid(), 'anna@example.nl', 'Anna', 'x', " + anna + ", now())");
    }

    @Test
    void what_else_ends_with_a_practice_is_proposed_and_not_done() {
        assertThat(told(proposalsWith()))
                .containsExactlyInAnyOrder(
                        "AFFILIATION GP_TRAINER De Eik ticked",
                        "AFFILIATION DUTY_GP Post Almelo ticked",
                        "MEMBERSHIP MEMBER Federatie ticked",
                        "MEMBERSHIP MEMBER HAGRO Oost ticked",
                        "COVER LOCUM De Eik Bert ticked",
                        "ACCOUNT not");
        assertThat(current(TODAY.plusDays(1))).hasSize(3);
    }

    @Test
    void who_still_works_elsewhere_keeps_what_does_not_hang_on_this_practice() {
        work(anna, OTHER_PRACTICE, AffiliationRole.SALARIED_GP, NEW_YEAR, null);

        assertThat(told(proposalsWith()))
                .contains(
                        "AFFILIATION GP_TRAINER De Eik ticked",
                        "MEMBERSHIP MEMBER HAGRO Oost ticked",
                        "AFFILIATION DUTY_GP Post Almelo not",
                        "MEMBERSHIP MEMBER Federatie not")
                .noneMatch(line -> line.contains("De Linde"));
    }

    @Test
    void only_what_was_ticked_ends_and_one_undo_brings_all_of_it_back() {
        List<ProposedEnding.Ending> ticked = proposalsWith().stream()
                .filter(ending -> ending.where() != null && ending.where().equals("De Eik"))
                .map(ProposedEnding::ending)
                .toList();
        Change change = departures(d -> d.end(owner, TODAY, null, 0, ticked));

        assertThat(current(TODAY.plusDays(1))).containsExactly("Post Almelo DUTY_GP");
        assertThat(region.events()).hasSize(3);

        region.undo(change);
        assertThat(current(TODAY.plusDays(1))).hasSize(3);
    }

    @Test
    void somebody_leaves_the_region_on_a_day_and_what_had_yet_to_begin_never_does() {
        work(anna, OTHER_PRACTICE, AffiliationRole.LOCUM, TODAY.plusYears(1), null);
        List<ProposedEnding> all = departures(d -> d.proposals(region.uuid(anna), TODAY));
        assertThat(all).hasSize(9);

        region.isPlatformAdmin();
        List<ProposedEnding.Ending> ticked =
                all.stream().map(ProposedEnding::ending).toList();
        Change change = departures(d -> d.apply(region.uuid(anna), TODAY, "verhuisd", ticked));

        assertThat(current(TODAY)).hasSize(3);
        assertThat(current(TODAY.plusDays(1))).isEmpty();
        assertThat(current(TODAY.plusYears(1))).isEmpty();
        assertThat(region.closedAccounts()).hasSize(1);

        region.undo(change);
        assertThat(current(TODAY.plusYears(1))).hasSize(4);
        assertThat(region.closedAccounts()).isEmpty();
    }

    @Test
    void what_others_decide_is_shown_and_cannot_be_ticked_through() {
        region.worksFor(THOON);
        List<ProposedEnding> all = departures(d -> d.proposals(region.uuid(anna), TODAY));
        assertThat(all).hasSize(8).noneMatch(ProposedEnding::allowed);

        assertThatThrownBy(() -> departures(d -> d.apply(
                        region.uuid(anna), TODAY, null, List.of(all.get(1).ending()))))
                .isInstanceOf(ProposalNeededException.class);
        ProposedEnding.Ending account = all.stream()
                .filter(ending -> ending.kind() == ProposedEnding.Kind.ACCOUNT)
                .findFirst()
                .orElseThrow()
                .ending();
        assertThatThrownBy(() -> departures(d -> d.apply(region.uuid(anna), TODAY, null, List.of(account))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void all_of_it_ends_or_nothing() {
        List<ProposedEnding> all = proposalsWith();
        ProposedEnding.Ending stale = new ProposedEnding.Ending(
                all.get(1).kind(), all.get(1).uuid(), all.get(1).version() + 1);

        assertThatThrownBy(() -> departures(d -> d.end(owner, TODAY, null, 0, List.of(stale))))
                .isInstanceOf(EditConflictException.class);
        assertThat(current(TODAY.plusDays(1))).hasSize(3);
        assertThatThrownBy(() -> departures(d -> d.apply(region.uuid(anna), TODAY, null, List.of())))
                .isInstanceOf(InvalidInputException.class);
    }

    private List<ProposedEnding> proposalsWith() {
        return departures(d -> d.proposalsWith(owner, TODAY));
    }

    private <T> T departures(Function<Departures, T> work) {
        return region.with(Departures::new, work);
    }

    private static List<String> told(List<ProposedEnding> endings) {
        return endings.stream()
                .map(ending -> String.join(
                        " ",
                        Stream.of(
                                        ending.kind().name(),
                                        ending.term(),
                                        ending.where(),
                                        ending.who(),
                                        ending.proposed() ? "ticked" : "not")
                                .filter(part -> part != null)
                                .toList()))
                .toList();
    }

    private List<String> current(LocalDate day) {
        return region.affiliations(a -> a.ofPerson(region.uuid(anna), day)).stream()
                .map(line -> line.organisationName() + " " + line.role())
                .toList();
    }

    private UUID work(long person, long organisation, AffiliationRole role, LocalDate from, Long replaces) {
        return region.affiliations(a -> a.begin(new NewAffiliation(
                        region.uuid(person),
                        region.uuid(organisation),
                        role,
                        from,
                        null,
                        null,
                        false,
                        replaces == null ? null : region.uuid(replaces),
                        null)))
                .begun()
                .get(0);
    }

    private void member(Long person, Long holder, long organisation) {
        region.memberships(m -> m.begin(new NewMembership(
                person == null ? null : region.uuid(person),
                holder == null ? null : region.uuid(holder),
                region.uuid(organisation),
                MembershipKind.MEMBER,
                null,
                NEW_YEAR,
                null)));
    }
}
