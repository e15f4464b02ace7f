package nl.kring.crm.attendance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page of an edition tells of its points; docs/domain.md, "The life of an edition". */
class CreditsSoFarTest {

    private static final String ANNA = "39054148101";
    private static final String BRAM = "59059671101";

    private static Evening evening;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening();
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @Test
    void credits_are_told_as_the_deliveries_stand() throws Exception {
        evening.begins(1);
        evening.enrolled("Aalders", "GP", ANNA);
        assertThat(soFar().state()).as("no register counts it").isEqualTo(CreditsSoFar.State.NOT_NEEDED);

        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        evening.enrolled("Boer", "GP", BRAM);
        evening.everybodyCame();
        evening.connected(false, 19);
        assertThat(soFar()).isEqualTo(new CreditsSoFar(2, 0));
        assertThat(soFar().state()).isEqualTo(CreditsSoFar.State.TO_DELIVER);

        evening.peOnline.complainsOf(ANNA, "Persoon is onbekend");
        evening.sent();
        assertThat(soFar()).as("one was rejected").isEqualTo(new CreditsSoFar(1, 1));
        assertThat(soFar().state()).isEqualTo(CreditsSoFar.State.TO_DELIVER);

        evening.peOnline.isWellAgain();
        evening.deliveries(d -> {
            d.correct(evening.edition, evening.list().lines().get(0).enrolment(), "RGS-HA");
            return null;
        });
        evening.sent();
        assertThat(soFar()).isEqualTo(new CreditsSoFar(0, 2));
        assertThat(soFar().state()).isEqualTo(CreditsSoFar.State.DELIVERED);
    }

    @Test
    void another_organisation_is_told_nothing() throws Exception {
        evening.begins(1);
        assertThatThrownBy(() -> evening.ledger.with(
                        CreditDeliveries.class, evening.ledger.staff("ZUID"), d -> d.soFar(evening.edition)))
                .isInstanceOf(NotFoundException.class);
    }

    private static CreditsSoFar soFar() {
        return evening.deliveries(d -> d.soFar(evening.edition));
    }
}
