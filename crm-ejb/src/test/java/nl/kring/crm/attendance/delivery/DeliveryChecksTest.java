package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.attendance.delivery.DeliveryState.BLOCKED;
import static nl.kring.crm.attendance.delivery.DeliveryState.NOT_APPLICABLE;
import static nl.kring.crm.attendance.delivery.DeliveryState.READY;
import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.request.CourseType;
import nl.kring.crm.accreditation.scheme.NewScheme;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.Schemes;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the way of a delivery, from enrolment on; docs/domain.md, "Delivery to the registers". */
class DeliveryChecksTest {

    private static final String GP = "39054148101";

    private static Evening evening;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening();
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @BeforeEach
    void a_course() throws Exception {
        evening.begins(1);
    }

    @Test
    void who_is_enrolled_and_has_all_it_takes_is_ready_before_the_course() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        UUID anna = evening.enrolled("Aalders", "GP", GP);
        DeliveryLine line = evening.line(anna, "RGS-HA");
        assertThat(line.state()).isEqualTo(READY);
        assertThat(line.isDue()).isFalse();
        assertThat(line.paste()).isEqualTo("BIG-" + GP);

        evening.everybodyCame();
        assertThat(evening.line(anna, "RGS-HA").isDue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DRAFT, 9471, -, -, NOT_REQUESTED, BLOCKED",
                "REQUESTED, 9471, -, -, PENDING, BLOCKED",
                "REJECTED, 9471, -, -, REFUSED, NOT_APPLICABLE",
                "GRANTED, 9471, 2026-11-04, 2027-11-03, NOT_ON_DATE, BLOCKED",
                "GRANTED, 9471, 2025-11-03, 2026-11-02, NOT_ON_DATE, BLOCKED",
                "GRANTED, -, 2026-11-03, 2026-11-03, NO_ID, BLOCKED",
                "GRANTED, 9471, 2026-11-03, 2026-11-03, NOT_ANNOUNCED, BLOCKED"
            })
    void what_the_accreditation_lacks_blocks_everybody(
            String state, String number, String from, String to, DeliveryReason reason, DeliveryState shown) {
        evening.asked("RGS-HA", state, "WHOLE", number, from, to);
        DeliveryLine line = evening.line(evening.enrolled("Aalders", "GP", GP), "RGS-HA");
        assertThat(line.reason()).isEqualTo(reason);
        assertThat(line.state()).isEqualTo(shown);
    }

    @Test
    void an_edition_that_was_announced_for_another_day_is_the_wrong_one() {
        evening.asked("RGS-HA", "GRANTED", "WHOLE", "9471", "2026-01-01", "2026-12-31");
        evening.announced("RGS-HA", "2026-10-06", "55");
        UUID anna = evening.enrolled("Aalders", "GP", GP);
        assertThat(evening.line(anna, "RGS-HA").reason()).isEqualTo(DeliveryReason.OTHER_DAY);
    }

    @Test
    void a_grant_that_holds_on_the_day_goes_before_a_renewal_that_waits() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        evening.asked("RGS-HA", "REQUESTED", "WHOLE", null, null, null);
        assertThat(evening.line(evening.enrolled("Aalders", "GP", GP), "RGS-HA").state())
                .isEqualTo(READY);
    }

    @Test
    void points_without_a_request_lack_the_number_of_the_course() {
        evening.ledger.award(evening.edition, Map.of("RGS-HA", BigDecimal.ONE));
        assertThat(evening.line(evening.enrolled("Aalders", "GP", GP), "RGS-HA").reason())
                .isEqualTo(DeliveryReason.NO_ID);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "RGS-HA, GP, -, -, NO_NUMBER",
                "NVVPO-KR, PN_SOMATIC, -, 12345, NUMBER_FORMAT",
                "NVVPO-KR, PN_SOMATIC, -, 123, -",
                "NVVPO-KR, PN_SOMATIC, -, 1234, -",
                "NAPA-PA, PHYSICIAN_ASSISTANT, -, 1234, NUMBER_FORMAT",
                "NAPA-PA, PHYSICIAN_ASSISTANT, -, 12345, -",
                "VVN-KR-N, NURSE, -, 123456, -",
                "VVN-KR-N, NURSE, 39054148101, -, -",
                "KABIZ-DA, DOCTORS_ASSISTANT, -, AB-1234, -"
            })
    void a_number_is_there_and_as_its_register_writes_it(
            String scheme, String profession, String big, String number, DeliveryReason reason) {
        evening.accredited(scheme, "WHOLE", "9471", "55");
        UUID anna = evening.enrolled("Aalders", profession, big);
        if (number != null) {
            evening.numbered(anna, scheme, number);
        }
        assertThat(evening.line(anna, scheme).reason()).isEqualTo(reason);
        assertThat(evening.line(anna, scheme).state()).isEqualTo(reason == null ? READY : BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({"ADDED-OWN, OWN, NIP-T-0042", "ADDED-BIG, BIG, BIG-39054148101"})
    void a_register_that_was_added_is_delivered_to_as_the_others(
            String code, NewScheme.NumberKind numbers, String pasted) {
        evening.ledger.with(Schemes.class, AgendaDatabase.administrator(), schemes -> {
            SchemeRules known =
                    schemes.versions(List.of("NAPA-PA")).get("NAPA-PA").get(0);
            return schemes.add(
                    new NewScheme(code, code, SchemeUnit.POINT, Set.of(Profession.PSYCHOLOGIST), numbers, 24), known);
        });
        evening.accredited(code, "WHOLE", "9471", "55");
        UUID anna = evening.enrolled("Aalders", "PSYCHOLOGIST", numbers == NewScheme.NumberKind.BIG ? GP : null);
        if (numbers == NewScheme.NumberKind.OWN) {
            assertThat(evening.line(anna, code).reason()).isEqualTo(DeliveryReason.NO_NUMBER);
            evening.numbered(anna, code, "T-0042");
        }
        assertThat(evening.line(anna, code).state()).isEqualTo(READY);
        assertThat(evening.line(anna, code).paste()).isEqualTo(pasted);
    }

    @Test
    void two_participants_with_one_number_block_each_other() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        UUID anna = evening.enrolled("Aalders", "GP", GP);
        UUID bram = evening.enrolled("Boer", "GP", GP);
        assertThat(evening.line(anna, "RGS-HA").reason()).isEqualTo(DeliveryReason.SAME_NUMBER);
        assertThat(evening.line(bram, "RGS-HA").reason()).isEqualTo(DeliveryReason.SAME_NUMBER);
    }

    @Test
    void whose_registration_is_over_on_the_day_is_blocked() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        UUID anna = evening.enrolled("Aalders", "GP", GP);
        evening.ledger.run("""
                insert into crm.register_membership (person_id, scheme_code, starts_on, ends_on, told_at)
                select n.person_id, 'RGS-HA', date '2021-11-01', date '2026-11-02', now() from crm.enrolment n
                 where n.uuid = cast(:a as uuid)""", anna.toString());
        assertThat(evening.line(anna, "RGS-HA").reason()).isEqualTo(DeliveryReason.REGISTRATION_OVER);
    }

    @Test
    void who_has_no_register_or_one_that_does_not_count_the_course_is_not_applicable() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        UUID manager = evening.enrolled("Manager", null, null);
        UUID midwife = evening.enrolled("Verlos", "MIDWIFE", GP);
        assertThat(evening.list().lines())
                .allSatisfy(line -> assertThat(line.state()).isEqualTo(NOT_APPLICABLE))
                .extracting(DeliveryLine::enrolment, DeliveryLine::reason)
                .containsExactly(
                        tuple(manager, DeliveryReason.NO_REGISTER), tuple(midwife, DeliveryReason.OTHER_REGISTER));
    }

    @Test
    void a_register_of_which_no_number_is_known_does_not_count_beside_one_of_which_it_is() {
        evening.accredited("NVVPO-KR", "WHOLE", "1", "55");
        evening.accredited("VVN-KR-N", "WHOLE", "2", "56");
        UUID anna = evening.enrolled("Aalders", "PN_SOMATIC", null);
        assertThat(evening.list().lines()).hasSize(2);
        evening.numbered(anna, "NVVPO-KR", "1234");
        assertThat(evening.list().lines()).extracting(DeliveryLine::scheme).containsExactly("NVVPO-KR");
    }

    @Test
    void who_was_not_there_is_not_applicable_and_nothing_blocks() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        UUID anna = evening.enrolled("Aalders", "GP", null);
        evening.cameTo(anna);
        assertThat(evening.line(anna, "RGS-HA").reason()).isEqualTo(DeliveryReason.ABSENT);
        assertThat(evening.list().blocked()).isZero();
    }

    @Test
    void who_was_at_some_sessions_is_delivered_where_the_register_counts_by_session_alone() throws Exception {
        evening.begins(2);
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        evening.accredited("SRC-OF", "MEETINGS", "9472", "56");
        UUID anna = evening.enrolled("Aalders", "GP", GP);
        UUID pharmacist = evening.enrolled("Boer", "PHARMACIST", "59059671101");
        evening.cameTo(anna, 0);
        evening.cameTo(pharmacist, 0);
        assertThat(evening.line(anna, "RGS-HA").reason()).isEqualTo(DeliveryReason.PARTLY);
        assertThat(evening.line(anna, "RGS-HA").state()).isEqualTo(NOT_APPLICABLE);
        assertThat(evening.line(pharmacist, "SRC-OF").isDue()).isTrue();
    }

    @Test
    void points_in_more_categories_are_one_row_to_deliver() {
        evening.ledger.granted(
                evening.edition,
                "RGS-HA",
                CourseType.WHOLE,
                "2026-01-01",
                "2026-12-31",
                "2 ACCREDITED",
                "0.5 PEER_REVIEW");
        evening.announced("RGS-HA", Evening.DAY, "55");
        UUID anna = evening.enrolled("Aalders", "GP", GP);
        evening.everybodyCame();
        assertThat(evening.list().lines())
                .filteredOn(line -> line.enrolment().equals(anna))
                .singleElement()
                .satisfies(line -> assertThat(line.isDue()).isTrue());
        assertThat(evening.ledger.texts("select category from crm.credit_entry order by 1"))
                .containsExactly("ACCREDITED", "PEER_REVIEW");
    }

    @Test
    void what_blocks_is_told_of_all_coming_editions_before_they_are_held() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        evening.asked("NVVPO-KR", "REQUESTED", "WHOLE", "1", null, null);
        evening.enrolled("Aalders", "GP", GP);
        evening.enrolled("Boer", "GP", null);
        evening.enrolled("Claassen", "GP", null);
        evening.enrolled("Dijk", "PN_SOMATIC", null);
        UUID first = evening.edition;
        evening.another("2026-10-06");
        evening.accredited("RGS-HA", "WHOLE", "9472", "56");
        evening.enrolled("Evers", "GP", "59059671101");
        UUID soonest = evening.edition;
        evening.another("2026-10-13");
        evening.enrolled("Fokkens", "GP", null);

        List<BlockedEdition> blocked = blocked("NOORD", AgendaDatabase.CLOCK);
        assertThat(blocked).extracting(BlockedEdition::edition).containsExactly(soonest, first);
        assertThat(blocked).extracting(BlockedEdition::blocked).containsExactly(1, 3);
        assertThat(blocked.get(0).problems())
                .extracting(BlockedEdition.Problem::reason)
                .containsExactly(DeliveryReason.OTHER_DAY);
        assertThat(blocked.get(1).problems())
                .extracting(BlockedEdition.Problem::reason, BlockedEdition.Problem::participants)
                .containsExactly(tuple(DeliveryReason.NO_NUMBER, 2), tuple(DeliveryReason.PENDING, 1));
        assertThat(evening.list().blocked()).as("not accredited at all").isZero();
        evening.edition = first;
        assertThat(evening.list().blocked()).as("as its own list says it").isEqualTo(3);
    }

    @Test
    void what_blocks_is_told_of_no_edition_that_was_held_or_is_of_another_organisation() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        evening.enrolled("Boer", "GP", null);
        assertThat(blocked("NOORD", AgendaDatabase.CLOCK)).hasSize(1);
        assertThat(blocked("ZUID", AgendaDatabase.CLOCK)).isEmpty();
        assertThat(blocked("NOORD", Ledger.AFTERWARDS)).isEmpty();
        evening.ledger.run("update crm.edition set state = 'CANCELLED'");
        assertThat(blocked("NOORD", AgendaDatabase.CLOCK)).isEmpty();
    }

    @Test
    void of_the_coming_weeks_alone_is_told_what_blocks_soon() {
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        evening.enrolled("Boer", "GP", null);
        assertThat(blockedSoon("2026-10-01T10:00:00Z")).isEmpty();
        assertThat(blockedSoon("2026-10-20T10:00:00Z")).hasSize(1);
    }

    private static List<BlockedEdition> blocked(String organisation, Clock clock) {
        return evening.ledger.database.inTransaction(
                em -> made(CreditDeliveries.class, em, clock, evening.ledger.staff(organisation))
                        .blocked());
    }

    private static List<BlockedEdition> blockedSoon(String moment) {
        Clock clock = Clock.fixed(Instant.parse(moment), SystemClock.AMSTERDAM);
        return evening.ledger.database.inTransaction(
                em -> made(CreditDeliveries.class, em, clock, evening.ledger.staff("NOORD"))
                        .blockedSoon());
    }

    @Test
    void deliveries_of_another_organisation_do_not_exist() {
        assertThatThrownBy(() -> evening.ledger.with(
                        CreditDeliveries.class,
                        evening.ledger.staff("ZUID"),
                        deliveries -> deliveries.list(evening.edition)))
                .isInstanceOf(NotFoundException.class);
    }
}
