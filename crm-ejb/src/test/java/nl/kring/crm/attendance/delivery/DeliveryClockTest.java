package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.attendance.delivery.PeOnlineStandIn.Answer;
import nl.kring.crm.platform.SystemClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long the words of a delivery are kept; docs/domain.md, "Delivery to the registers". They are answered on 20 November 2026. */
class DeliveryClockTest {

    private static final String ANNA = "39054148101";
    private static final Instant TWO_YEARS_LATER = Ledger.AFTERWARDS
            .instant()
            .atZone(SystemClock.AMSTERDAM)
            .plusYears(2)
            .toInstant();
    private static final String WORDS = """
            select concat_ws('|', b.state, b.answer is not null, r.person is not null, r.course is not null, r.edition is not null)
              from crm.delivery_batch b join crm.delivery_row r on r.batch_id = b.id order by b.id, r.position""";

    private static Evening evening;

    private UUID anna;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening();
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @BeforeEach
    void an_evening_that_is_delivered() throws Exception {
        evening.begins(1);
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        anna = evening.enrolled("Aalders", "GP", ANNA);
        evening.everybodyCame();
        evening.connected(false, 19);
    }

    @Test
    void two_years_after_the_answer_the_words_are_forgotten_and_what_came_of_it_stays() {
        evening.sent();
        List<String> hash = hashes();

        look(TWO_YEARS_LATER.minusSeconds(1));
        assertThat(evening.ledger.texts(WORDS)).containsExactly("ANSWERED|t|t|t|t");

        look(TWO_YEARS_LATER);
        assertThat(evening.ledger.texts(WORDS)).containsExactly("ANSWERED|f|f|f|f");
        assertThat(hashes()).isEqualTo(hash).doesNotContainNull();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED");
        assertThat(evening.line(anna, "RGS-HA").state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(evening.ledger.number("""
                        select count(*) from crm.delivery_row r join crm.credit_delivery d on d.id = r.delivery_id
                          join crm.enrolment e on e.id = d.enrolment_id where e.uuid = :a""", anna)).as("who it was about").isEqualTo(1);
    }

    @Test
    void what_nobody_answered_yet_is_kept_to_be_asked_again_as_it_was() {
        evening.peOnline.answersOnce(xml -> new Answer(500, "text/plain", "", 0));
        evening.sent();
        look(TWO_YEARS_LATER.plus(Duration.ofDays(365)));
        evening.later(Duration.ofHours(1));
        evening.asks();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED");
    }

    private static List<String> hashes() {
        return evening.ledger.texts("select encode(request_hash, 'hex') from crm.delivery_batch order by id");
    }

    private static void look(Instant moment) {
        evening.ledger.database.change(em -> made(DeliveryClock.class, em, Clock.fixed(moment, SystemClock.AMSTERDAM))
                .look());
    }
}
