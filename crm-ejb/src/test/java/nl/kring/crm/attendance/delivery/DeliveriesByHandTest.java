package nl.kring.crm.attendance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.attendance.IssueResult;
import nl.kring.crm.attendance.closing.StepState;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One list for all registers, typed in there by hand; docs/domain.md, "Delivery to the registers". */
class DeliveriesByHandTest {

    private static Evening evening;

    private UUID gp;
    private UUID poh;
    private UUID assistant;
    private UUID manager;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening();
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @BeforeEach
    void an_evening() throws Exception {
        evening.begins(1);
        evening.accredited("RGS-HA", "WHOLE", "9471", null);
        evening.accredited("NVVPO-KR", "WHOLE", "812", null);
        evening.accredited("KABIZ-DA", "WHOLE", "33", null);
        gp = evening.enrolled("Aalders", "GP", "39054148101");
        poh = evening.enrolled("Boer", "PN_SOMATIC", null);
        evening.numbered(poh, "NVVPO-KR", "0123");
        assistant = evening.enrolled("Claassen", "DOCTORS_ASSISTANT", null);
        manager = evening.enrolled("Dijk", null, null);
    }

    @Test
    void one_list_has_everybody_once_whatever_the_profession_as_each_register_writes_it() {
        assertThat(evening.list().paste()).containsExactly("BIG-39054148101", "0123");
    }

    @Test
    void whoever_is_due_is_ticked_for_one_register_or_for_all_and_again_not() {
        evening.everybodyCame();
        assertThat(evening.list().due()).isEqualTo(2);
        assertThat(evening.<Integer>deliveries(d -> d.enter(evening.edition, "RGS-HA")))
                .isEqualTo(1);
        assertThat(evening.line(gp, "RGS-HA").reason()).isEqualTo(DeliveryReason.ENTERED);
        assertThat(evening.line(gp, "RGS-HA").state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(evening.line(poh, "NVVPO-KR").isDue()).isTrue();

        assertThat(evening.<Integer>deliveries(d -> d.enter(evening.edition, null)))
                .isEqualTo(1);
        assertThatThrownBy(() -> evening.deliveries(d -> d.enter(evening.edition, null)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("delivery-nobody-due");

        assertThat(evening.<Integer>deliveries(d -> d.undoEnter(evening.edition, null)))
                .isEqualTo(2);
        assertThat(evening.list().due()).isEqualTo(2);
    }

    @Test
    void who_ticked_it_and_when_stands_beside_it() {
        evening.everybodyCame();
        evening.ledger.<CreditDeliveries, Integer>with(
                CreditDeliveries.class, evening.colleague("Joke Balie"), d -> d.enter(evening.edition, "RGS-HA"));
        assertThat(evening.line(gp, "RGS-HA").by()).isEqualTo("Joke Balie");
        assertThat(evening.line(gp, "RGS-HA").at()).isEqualTo(Ledger.AFTERWARDS.instant());
        assertThat(evening.list().registers())
                .extracting(RegisterLine::scheme, RegisterLine::entered, RegisterLine::by, RegisterLine::at)
                .contains(tuple("RGS-HA", 1, "Joke Balie", Ledger.AFTERWARDS.instant()))
                .contains(tuple("NVVPO-KR", 0, null, null));
        assertThat(evening.line(poh, "NVVPO-KR").by()).isNull();
    }

    /** By part of PE-online: a number, whether it is a BIG number, and how it is pasted; without that it is not one of its numbers. */
    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of(19, true, "39054148101", "BIG-39054148101"),
                Arguments.of(22, true, "39054148101", "BIG-39054148101"),
                Arguments.of(22, false, "AB-1234", "AB-1234"),
                Arguments.of(24, true, "39054148101", "BIG-39054148101"),
                Arguments.of(24, false, "00123456", "NIP-00123456"),
                Arguments.of(26, false, "0123", "0123"),
                Arguments.of(26, false, "12345", null),
                Arguments.of(29, false, "12345", "12345"),
                Arguments.of(29, false, "1234", null),
                Arguments.of(31, true, "39054148101", "BIG-39054148101"),
                Arguments.of(31, false, "1234", null),
                Arguments.of(33, true, "39054148101", "BIG-39054148101"),
                Arguments.of(44, false, "1234", "1234"),
                Arguments.of(44, false, "12345", null),
                Arguments.of(51, true, "39054148101", "BIG-39054148101"),
                Arguments.of(52, false, "123456", "123456"),
                Arguments.of(52, true, "39054148101", "BIG-39054148101"),
                Arguments.of(52, false, "12345", null),
                Arguments.of(58, true, "39054148101", "BIG-39054148101"),
                Arguments.of(68, false, "GGZ-12", "GGZ-12"),
                Arguments.of(68, false, "GG", null));
    }

    @ParameterizedTest(name = "{0}: {2} is {3}")
    @MethodSource("numbers")
    void each_part_of_pe_online_gets_its_numbers_as_it_writes_them(int part, boolean big, String number, String pasted)
            throws Exception {
        String scheme = "PE-" + part + (big ? "-BIG" : "-OWN");
        evening.ledger.run("""
                insert into crm.scheme (code, name, unit, position, pe_org_id, person_identifier)
                values (:a, :a, 'POINT', 90, :b, :c) on conflict (code) do nothing""", scheme, part, big ? "BIG" : "OWN");
        evening.ledger.run(
                "insert into crm.scheme_profession (scheme_code, profession) values (:a, 'OTHER') on conflict do nothing",
                scheme);
        evening.begins(1);
        evening.accredited(scheme, "WHOLE", "9471", "55");
        UUID anna = evening.enrolled("Aalders", "OTHER", big ? number : null);
        if (!big) {
            evening.numbered(anna, scheme, number);
        }
        assertThat(evening.line(anna, scheme).reason()).isEqualTo(pasted == null ? DeliveryReason.NUMBER_FORMAT : null);
        assertThat(evening.list().paste()).isEqualTo(pasted == null ? List.of() : List.of(pasted));
    }

    @Test
    void of_each_part_of_pe_online_is_proved_how_its_numbers_are_written() {
        assertThat(numbers().map(one -> String.valueOf(one.get()[0])).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        evening.ledger.texts("select cast(org_id as text) from crm.pe_organisation"));
    }

    @Test
    void nobody_is_ticked_before_the_course() {
        assertThatThrownBy(() -> evening.deliveries(d -> d.enter(evening.edition, null)))
                .hasMessageContaining("delivery-nobody-due");
    }

    @Test
    void who_is_said_to_be_in_no_register_blocks_no_more_and_can_be_again() {
        assertThat(evening.line(assistant, "KABIZ-DA").reason()).isEqualTo(DeliveryReason.NO_NUMBER);
        evening.deliveries(d -> {
            d.none(evening.edition, assistant, "KABIZ-DA");
            return null;
        });
        assertThat(evening.line(assistant, "KABIZ-DA").state()).isEqualTo(DeliveryState.NOT_APPLICABLE);
        assertThat(evening.list().blocked()).isZero();
        evening.deliveries(d -> {
            d.undoNone(evening.edition, assistant, "KABIZ-DA");
            return null;
        });
        assertThat(evening.line(assistant, "KABIZ-DA").reason()).isEqualTo(DeliveryReason.NO_NUMBER);
    }

    @Test
    void no_register_and_a_blocked_delivery_keep_nobody_from_a_certificate() {
        evening.everybodyCame();
        evening.ledger.run("update crm.person set email = 'a@example.nl'");
        IssueResult issued = evening.ledger.with(
                Certificates.class, evening.staff(), certificates -> certificates.issue(evening.edition));
        assertThat(issued.issued()).isEqualTo(4);
        assertThat(evening.list().lines())
                .filteredOn(line -> line.enrolment().equals(manager))
                .extracting(DeliveryLine::reason)
                .containsExactly(DeliveryReason.NO_REGISTER);
    }

    @Test
    void who_was_delivered_and_turns_out_not_to_have_been_there_is_to_be_withdrawn() {
        evening.everybodyCame();
        evening.deliveries(d -> d.enter(evening.edition, null));
        evening.cameTo(gp);
        assertThat(evening.line(gp, "RGS-HA").reason()).isEqualTo(DeliveryReason.WITHDRAW);
    }

    @Test
    void what_was_delivered_cannot_be_said_to_be_in_no_register() {
        evening.everybodyCame();
        evening.deliveries(d -> d.enter(evening.edition, null));
        assertThatThrownBy(() -> evening.deliveries(d -> {
                    d.none(evening.edition, gp, "RGS-HA");
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void after_the_evening_is_open_what_still_has_to_reach_a_register() {
        assertThat(closing(gp)).as("who was there is not known yet").isEqualTo(StepState.State.TOO_EARLY);
        evening.everybodyCame();
        assertThat(closing(gp)).isEqualTo(StepState.State.OPEN);
        assertThat(closing(assistant))
                .as("without a number it cannot be delivered")
                .isEqualTo(StepState.State.OPEN);
        assertThat(closing(manager)).as("no register").isEqualTo(StepState.State.NOT_APPLICABLE);

        evening.deliveries(d -> d.enter(evening.edition, null));

        assertThat(closing(gp)).isEqualTo(StepState.State.DONE);
        assertThat(closing(poh)).isEqualTo(StepState.State.DONE);
        assertThat(closing(assistant)).isEqualTo(StepState.State.OPEN);
    }

    private static StepState.State closing(UUID enrolment) {
        return evening.step(enrolment).state();
    }
}
