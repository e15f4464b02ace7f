package nl.kring.crm.registry.affiliation;

import static nl.kring.crm.registry.affiliation.AffiliationRole.GP_TRAINER;
import static nl.kring.crm.registry.affiliation.AffiliationRole.LOCUM;
import static nl.kring.crm.registry.affiliation.AffiliationRole.PRACTICE_OWNER;
import static nl.kring.crm.registry.affiliation.AffiliationRole.SALARIED_GP;
import static nl.kring.crm.registry.affiliation.RegionFixture.FEA;
import static nl.kring.crm.registry.affiliation.RegionFixture.OTHER_PRACTICE;
import static nl.kring.crm.registry.affiliation.RegionFixture.PRACTICE;
import static nl.kring.crm.registry.affiliation.RegionFixture.THOON;
import static nl.kring.crm.registry.affiliation.RegionFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.platform.ResultPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AffiliationsTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private RegionFixture region;
    private long anna;

    @BeforeEach
    void a_region() throws Exception {
        region = new RegionFixture();
        anna = region.person("Anna");
    }

    @Test
    void somebody_does_something_somewhere_from_a_day_on() {
        begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);

        assertThat(rolesOn(NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(rolesOn(NEW_YEAR)).containsExactly("De Eik PRACTICE_OWNER");
        assertThat(rolesOn(NEW_YEAR.plusYears(30))).containsExactly("De Eik PRACTICE_OWNER");
    }

    @Test
    void the_last_day_still_counts_and_others_are_told_of_the_end() {
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);

        region.affiliations(a -> a.end(owner, TODAY, "met pensioen", version(owner)));

        assertThat(rolesOn(TODAY)).hasSize(1);
        assertThat(rolesOn(TODAY.plusDays(1))).isEmpty();
        assertThat(history()).hasSize(1);
        assertThat(region.events()).containsExactly(new AffiliationEnded(owner, anna, PRACTICE, TODAY));
    }

    @Test
    void the_same_role_twice_at_one_place_is_refused_and_another_role_or_another_time_is_not() {
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);

        assertThatThrownBy(() -> begin(anna, PRACTICE, PRACTICE_OWNER, TODAY)).isInstanceOf(OverlapException.class);
        begin(anna, PRACTICE, GP_TRAINER, TODAY);
        begin(anna, OTHER_PRACTICE, PRACTICE_OWNER, TODAY);
        region.affiliations(a -> a.end(owner, TODAY, null, version(owner)));
        begin(anna, PRACTICE, PRACTICE_OWNER, TODAY.plusDays(1));

        assertThat(rolesOn(TODAY.plusDays(1)))
                .containsExactlyInAnyOrder("De Eik GP_TRAINER", "De Linde PRACTICE_OWNER", "De Eik PRACTICE_OWNER");
    }

    @Test
    void an_end_that_is_put_off_into_the_next_time_is_refused() {
        UUID first = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);
        region.affiliations(a -> a.end(first, NEW_YEAR.plusDays(9), null, version(first)));
        begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR.plusDays(10));

        assertThatThrownBy(() -> region.affiliations(a -> a.end(first, NEW_YEAR.plusDays(10), null, version(first))))
                .isInstanceOf(OverlapException.class);
        assertThatThrownBy(() -> region.affiliations(a -> a.correctPeriod(first, null, null, version(first))))
                .isInstanceOf(OverlapException.class);
    }

    @Test
    void a_locum_stands_in_for_somebody() {
        long bert = region.person("Bert");
        region.affiliations(a -> a.begin(new NewAffiliation(
                region.uuid(bert),
                region.uuid(PRACTICE),
                LOCUM,
                NEW_YEAR,
                TODAY,
                new BigDecimal("0.60"),
                false,
                region.uuid(anna),
                null)));

        AffiliationLine line =
                region.affiliations(a -> a.ofPerson(region.uuid(bert), TODAY)).get(0);
        assertThat(line.replacesName()).isEqualTo("Anna");
        assertThat(line.fte()).isEqualByComparingTo("0.6");
    }

    @Test
    void another_role_from_a_day_ends_the_old_one_the_day_before() {
        UUID salaried = begin(anna, PRACTICE, SALARIED_GP, NEW_YEAR);

        region.affiliations(a -> a.changeFrom(
                salaried, TODAY, new AffiliationTerms(PRACTICE_OWNER, null, true, null, null), version(salaried)));

        assertThat(rolesOn(TODAY.minusDays(1))).containsExactly("De Eik SALARIED_GP");
        assertThat(rolesOn(TODAY)).containsExactly("De Eik PRACTICE_OWNER");
    }

    @Test
    void more_hours_from_a_day_is_the_same_role_in_two_parts() {
        UUID salaried = begin(anna, PRACTICE, SALARIED_GP, NEW_YEAR);

        region.affiliations(a -> a.changeFrom(
                salaried,
                TODAY,
                new AffiliationTerms(SALARIED_GP, new BigDecimal("0.8"), false, null, null),
                version(salaried)));

        assertThat(history()).hasSize(2);
        BigDecimal fte = region.affiliations(a -> a.ofPerson(region.uuid(anna), TODAY))
                .get(0)
                .fte();
        assertThat(fte).isEqualByComparingTo("0.8");
    }

    @Test
    void somebody_moves_to_another_practice_on_a_day_and_can_go_back() {
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);

        Change moved =
                region.affiliations(a -> a.move(owner, region.uuid(OTHER_PRACTICE), TODAY, null, version(owner)));

        assertThat(rolesOn(TODAY.minusDays(1))).containsExactly("De Eik PRACTICE_OWNER");
        assertThat(rolesOn(TODAY)).containsExactly("De Linde PRACTICE_OWNER");

        region.undo(moved);

        assertThat(rolesOn(TODAY)).containsExactly("De Eik PRACTICE_OWNER");
        assertThat(history()).hasSize(1);
    }

    @Test
    void what_was_never_true_is_gone_from_every_day_and_comes_back_when_that_was_the_mistake() {
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);

        Change withdrawn = region.affiliations(a -> a.withdraw(owner, version(owner)));
        assertThat(history()).isEmpty();

        region.undo(withdrawn);
        assertThat(history()).hasSize(1);
    }

    @Test
    void what_was_changed_since_is_not_undone_over_it() {
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);
        Change ended = region.affiliations(a -> a.end(owner, TODAY, null, version(owner)));
        region.affiliations(a -> a.correctPeriod(owner, NEW_YEAR, TODAY.plusDays(7), version(owner)));

        assertThatThrownBy(() -> region.undo(ended)).isInstanceOf(ChangeOvertakenException.class);
        assertThat(rolesOn(TODAY.plusDays(7))).hasSize(1);
    }

    @Test
    void a_change_is_undone_once_and_by_those_who_made_it() {
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);
        Change ended = region.affiliations(a -> a.end(owner, TODAY, null, version(owner)));
        region.worksFor(THOON);
        assertThatThrownBy(() -> region.undo(ended)).isInstanceOf(NotFoundException.class);
        region.worksFor(FEA);
        region.undo(ended);

        assertThatThrownBy(() -> region.undo(ended)).isInstanceOf(ChangeOvertakenException.class);
    }

    @Test
    void who_looked_at_an_older_state_ends_nothing() {
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);
        long looked = version(owner);
        region.affiliations(a -> a.correctPeriod(owner, NEW_YEAR.plusDays(1), null, looked));

        assertThatThrownBy(() -> region.affiliations(a -> a.end(owner, TODAY, null, looked)))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void others_than_the_steward_and_the_organisation_itself_propose_an_end() {
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);
        UUID board = begin(anna, THOON, AffiliationRole.BOARD_MEMBER, NEW_YEAR);
        region.memberships(m -> m.begin(new NewMembership(
                region.uuid(anna), null, region.uuid(FEA), MembershipKind.MEMBER, null, NEW_YEAR, null)));
        region.worksFor(THOON);

        assertThatThrownBy(() -> region.affiliations(a -> a.end(owner, TODAY, null, version(owner))))
                .isInstanceOf(ProposalNeededException.class);
        assertThatThrownBy(() -> region.affiliations(
                        a -> a.move(owner, region.uuid(OTHER_PRACTICE), TODAY, null, version(owner))))
                .isInstanceOf(ProposalNeededException.class);
        region.affiliations(a -> a.end(board, TODAY, null, version(board)));
        begin(anna, OTHER_PRACTICE, LOCUM, TODAY);

        assertThat(rolesOn(TODAY.plusDays(1))).containsExactlyInAnyOrder("De Eik PRACTICE_OWNER", "De Linde LOCUM");
    }

    @Test
    void what_an_organisation_said_itself_it_takes_back_itself() {
        region.memberships(m -> m.begin(new NewMembership(
                region.uuid(anna), null, region.uuid(FEA), MembershipKind.MEMBER, null, NEW_YEAR, null)));
        region.worksFor(THOON);
        UUID locum = begin(anna, PRACTICE, LOCUM, TODAY);

        region.affiliations(a -> a.withdraw(locum, version(locum)));

        assertThat(rolesOn(TODAY)).isEmpty();
    }

    @Test
    void days_hours_and_reasons_that_cannot_be_are_refused() {
        assertRefused("period-unlikely", LocalDate.of(20260, 1, 1), null, null, null);
        assertRefused("period-ends-first", TODAY, TODAY.minusDays(1), null, null);
        assertRefused("affiliation-fte", TODAY, null, "0", null);
        assertRefused("affiliation-fte", TODAY, null, "2.01", null);
        assertRefused("affiliation-fte", TODAY, null, "0.125", null);
        assertRefused("text-looks-like-bsn", TODAY, null, null, "bsn 111222333");
        assertRefused("text-unreadable", TODAY, null, null, "a\u0000b");
        assertThatThrownBy(() -> begin(anna, PRACTICE, null, TODAY)).hasMessageContaining("affiliation-role");
    }

    private void assertRefused(String code, LocalDate from, LocalDate to, String fte, String reason) {
        assertThatThrownBy(() -> region.affiliations(a -> a.begin(new NewAffiliation(
                        region.uuid(anna),
                        region.uuid(PRACTICE),
                        LOCUM,
                        from,
                        to,
                        fte == null ? null : new BigDecimal(fte),
                        false,
                        null,
                        reason))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(code);
    }

    @Test
    void who_owned_a_practice_on_a_day_is_asked_of_that_day() {
        long bert = region.person("Bert");
        UUID first = begin(anna, PRACTICE, PRACTICE_OWNER, LocalDate.of(2010, 1, 1));
        region.affiliations(a -> a.end(first, LocalDate.of(2022, 6, 30), null, version(first)));
        begin(bert, PRACTICE, PRACTICE_OWNER, LocalDate.of(2022, 7, 1));
        begin(bert, PRACTICE, GP_TRAINER, LocalDate.of(2022, 7, 1));

        assertThat(at(LocalDate.of(2022, 1, 1), PRACTICE_OWNER)).containsExactly("Anna");
        assertThat(at(TODAY, PRACTICE_OWNER)).containsExactly("Bert");
        assertThat(at(null, PRACTICE_OWNER)).containsExactly("Anna", "Bert");
    }

    @Test
    void a_long_list_comes_in_pages_by_role_and_name_without_a_gap() {
        List<Long> people = List.of(region.person("Zoë"), region.person("Bert"), region.person("Cor"));
        people.forEach(each -> begin(each, PRACTICE, LOCUM, NEW_YEAR));
        begin(people.get(0), PRACTICE, PRACTICE_OWNER, NEW_YEAR);

        ResultPage<AffiliationLine> first = region.affiliations(a -> a.at(region.uuid(PRACTICE), TODAY, null, null, 3));
        ResultPage<AffiliationLine> second =
                region.affiliations(a -> a.at(region.uuid(PRACTICE), TODAY, null, UUID.fromString(first.next()), 3));

        assertThat(first.items()).extracting(AffiliationLine::personName).containsExactly("Zoë", "Bert", "Cor");
        assertThat(second.items()).extracting(AffiliationLine::personName).containsExactly("Zoë");
        assertThat(second.next()).isNull();
    }

    @Test
    void a_professional_reads_his_or_her_own_and_nobody_elses() {
        begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);
        long bert = region.person("Bert");
        region.isProfessional(anna);

        List<AffiliationLine> own = region.affiliations(a -> a.ofPerson(region.uuid(anna), TODAY));
        assertThat(own).hasSize(1);
        assertThatThrownBy(() -> region.affiliations(a -> a.ofPerson(region.uuid(bert), TODAY)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void every_act_is_one_line_in_the_audit_without_a_name() {
        int before = audited();
        UUID owner = begin(anna, PRACTICE, PRACTICE_OWNER, NEW_YEAR);
        region.affiliations(a -> a.move(owner, region.uuid(OTHER_PRACTICE), TODAY, "met Anna", version(owner)));

        assertThat(audited()).isEqualTo(before + 2);
        assertThat(RegionFixture.rows("select detail from crm.audit_entry where action = 'affiliation.moved'")
                        .get(0))
                .doesNotContain("Anna");
    }

    private static int audited() {
        return Integer.parseInt(
                RegionFixture.rows("select count(*) from crm.audit_entry").get(0));
    }

    private UUID begin(long person, long organisation, AffiliationRole role, LocalDate from) {
        return region.affiliations(
                        a -> a.begin(NewAffiliation.of(region.uuid(person), region.uuid(organisation), role, from)))
                .begun()
                .get(0);
    }

    private long version(UUID affiliation) {
        return region.affiliations(a -> a.get(affiliation)).version();
    }

    private List<String> rolesOn(LocalDate day) {
        return region.affiliations(a -> a.ofPerson(region.uuid(anna), day)).stream()
                .map(line -> line.organisationName() + " " + line.role())
                .toList();
    }

    private List<AffiliationLine> history() {
        return region.affiliations(a -> a.ofPerson(region.uuid(anna), null));
    }

    private List<String> at(LocalDate day, AffiliationRole role) {
        return region.affiliations(a -> a.at(region.uuid(PRACTICE), day, role, null, 50)).items().stream()
                .map(AffiliationLine::personName)
                .toList();
    }
}
