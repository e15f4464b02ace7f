package nl.kring.crm.registry.affiliation;

import static nl.kring.crm.registry.affiliation.RegionFixture.CHPA;
import static nl.kring.crm.registry.affiliation.RegionFixture.FEA;
import static nl.kring.crm.registry.affiliation.RegionFixture.LHV;
import static nl.kring.crm.registry.affiliation.RegionFixture.OTHER_PRACTICE;
import static nl.kring.crm.registry.affiliation.RegionFixture.PRACTICE;
import static nl.kring.crm.registry.affiliation.RegionFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.ProposalNeededException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DerivedAffiliationsTest {

    private RegionFixture region;
    private long anna;

    @BeforeEach
    void a_region() throws Exception {
        region = new RegionFixture();
        anna = region.person("Anna");
    }

    @Test
    void rows_that_name_a_workplace_become_one_affiliation_with_the_role_of_the_profession() {
        region.row("X", FEA, 1, anna, PRACTICE, null);
        region.row("Y", LHV, 2, anna, PRACTICE, null);

        assertThat(region.derive(anna)).isEqualTo(1);
        assertThat(work()).containsExactly("De Eik GP null null");
        assertThat(region.derive(anna)).isZero();
    }

    @Test
    void the_best_ranked_row_says_the_period_and_any_row_that_knows_says_the_role() {
        region.row("X", FEA, 1, anna, PRACTICE, "valid_from = '2020-02-29'");
        region.row("Y", LHV, 2, anna, PRACTICE, "role = 'PRACTICE_OWNER', valid_from = '1999-01-01'");

        region.derive(anna);
        assertThat(work()).containsExactly("De Eik PRACTICE_OWNER 2020-02-29 null");
    }

    @Test
    void a_row_that_ends_before_it_begins_is_believed_for_its_beginning() {
        region.row("X", FEA, 1, anna, PRACTICE, "valid_from = '2020-01-01', valid_to = '2019-01-01'");
        region.derive(anna);
        assertThat(work()).containsExactly("De Eik GP 2020-01-01 null");
    }

    @Test
    void what_is_said_by_hand_stands_and_no_row_adds_to_it() {
        region.row("X", FEA, 1, anna, PRACTICE, null);
        region.derive(anna);
        begin(PRACTICE, AffiliationRole.PRACTICE_OWNER);

        assertThat(work()).containsExactly("De Eik PRACTICE_OWNER " + TODAY + " null");
        assertThat(region.derive(anna)).isZero();
    }

    @Test
    void when_the_hand_is_undone_the_rows_speak_again() {
        region.row("X", FEA, 1, anna, PRACTICE, null);
        region.derive(anna);
        Change begun = begin(PRACTICE, AffiliationRole.PRACTICE_OWNER);
        region.undo(begun);
        region.derive(anna);
        assertThat(work()).containsExactly("De Eik GP null null");
    }

    @Test
    void a_derived_one_that_staff_end_is_a_matter_of_hand_from_then_on() {
        region.row("X", FEA, 1, anna, PRACTICE, null);
        region.derive(anna);
        AffiliationLine line = lines().get(0);
        assertThat(line.derived()).isTrue();

        region.affiliations(a -> a.end(line.uuid(), TODAY, null, line.version()));

        assertThat(lines().get(0).derived()).isFalse();
        assertThat(region.derive(anna)).isZero();
        assertThat(work()).containsExactly("De Eik GP null " + TODAY);
    }

    @Test
    void who_may_not_end_it_does_not_end_it_either_by_beginning_something_of_long_ago() {
        region.row("X", FEA, 1, anna, PRACTICE, null);
        region.derive(anna);
        region.worksFor(RegionFixture.THOON);

        assertThatThrownBy(() -> region.affiliations(a -> a.begin(new NewAffiliation(
                        region.uuid(anna),
                        region.uuid(PRACTICE),
                        AffiliationRole.DOCTORS_ASSISTANT,
                        LocalDate.of(2001, 1, 1),
                        LocalDate.of(2001, 1, 1),
                        null,
                        false,
                        null,
                        null))))
                .isInstanceOf(ProposalNeededException.class);
        assertThat(work()).containsExactly("De Eik GP null null");
    }

    @Test
    void a_derived_one_that_was_never_true_does_not_come_back_with_the_next_delivery() {
        region.row("X", FEA, 1, anna, PRACTICE, null);
        region.derive(anna);
        AffiliationLine line = lines().get(0);
        Change withdrawn = region.affiliations(a -> a.withdraw(line.uuid(), line.version()));

        assertThat(region.derive(anna)).isZero();
        assertThat(work()).isEmpty();

        region.undo(withdrawn);
        assertThat(region.derive(anna)).isZero();
        assertThat(lines()).extracting(AffiliationLine::derived).containsExactly(true);
    }

    @Test
    void a_workplace_that_a_register_no_longer_names_ends_and_the_next_begins() {
        long row = region.row("X", FEA, 1, anna, PRACTICE, null);
        region.derive(anna);
        RegionFixture.sql("update crm.affiliation set created_at = '2026-01-15T00:00:00Z'");
        RegionFixture.sql("update crm.source_record set workplace_id = " + OTHER_PRACTICE + " where id = " + row);

        region.derive(anna);

        assertThat(work())
                .containsExactlyInAnyOrder("De Eik GP null " + TODAY.minusDays(1), "De Linde GP " + TODAY + " null");
        assertThat(region.derive(anna)).isZero();
    }

    @Test
    void a_workplace_that_was_named_only_today_was_a_mistake() {
        long row = region.row("X", FEA, 1, anna, PRACTICE, null);
        region.derive(anna);
        RegionFixture.sql("update crm.source_record set workplace_id = " + OTHER_PRACTICE + " where id = " + row);
        region.on(TODAY.minusYears(1));

        region.derive(anna);
        assertThat(work()).containsExactly("De Linde GP null null");
    }

    @Test
    void standing_in_the_register_of_the_association_is_membership_with_its_number() {
        region.row(
                "LHV", LHV, 1, anna, null, "source_key = 'L-1', profession = 'GP_TRAINEE', valid_from = '2015-05-05'");
        region.row("FEA", FEA, 2, anna, null, "profession = 'GP'");
        region.derive(anna);

        assertThat(memberships())
                .containsExactlyInAnyOrder(
                        "Kring MEMBER L-1 2015-05-05",
                        "Federatie MEMBER "
                                + RegionFixture.rows(
                                                "select source_key from crm.source_record where register_code = 'FEA'")
                                        .get(0)
                                + " null");
        assertThat(region.derive(anna)).isZero();
    }

    @Test
    void who_is_no_gp_is_in_a_care_groups_register_without_being_its_member() {
        region.row("FEA", FEA, 1, anna, null, "profession = 'DOCTORS_ASSISTANT'");
        region.derive(anna);
        assertThat(memberships()).isEmpty();
    }

    @Test
    void standing_in_the_register_of_the_out_of_hours_service_is_duty_for_gps_and_work_for_others() {
        long bert = region.person("Bert");
        region.row("CHPA", CHPA, 1, anna, null, "profession = 'LOCUM_GP', valid_from = '2019-03-01'");
        region.row("CHPA", CHPA, 1, bert, null, "profession = 'TRIAGE_ASSISTANT'");
        region.derive(anna, bert);

        assertThat(work()).containsExactly("Dienst DUTY_GP 2019-03-01 null");
        List<AffiliationLine> ofBert = region.affiliations(a -> a.ofPerson(region.uuid(bert), TODAY));
        assertThat(ofBert).extracting(AffiliationLine::role).containsExactly(AffiliationRole.TRIAGE_ASSISTANT);
    }

    private Change begin(long organisation, AffiliationRole role) {
        UUID person = region.uuid(anna);
        return region.affiliations(a -> a.begin(NewAffiliation.of(person, region.uuid(organisation), role, TODAY)));
    }

    private List<AffiliationLine> lines() {
        return region.affiliations(a -> a.ofPerson(region.uuid(anna), null));
    }

    private List<String> work() {
        return lines().stream()
                .map(line ->
                        line.organisationName() + " " + line.role() + " " + line.validFrom() + " " + line.validTo())
                .toList();
    }

    private List<String> memberships() {
        return region.memberships(m -> m.ofPerson(region.uuid(anna), null)).stream()
                .map(line -> line.organisationName() + " " + line.kind() + " " + line.number() + " " + line.validFrom())
                .toList();
    }
}
