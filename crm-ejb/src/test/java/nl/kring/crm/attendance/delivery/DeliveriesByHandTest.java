package nl.kring.crm.attendance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.attendance.IssueResult;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
