package nl.kring.crm.intake.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Worked out by hand with the formula of Wilson 1927. */
class WilsonTest {

    private static void lies(long right, long judged, double low, double high) {
        Wilson wilson = new Wilson(right, judged);
        assertThat(wilson.low()).isCloseTo(low, within(0.00005));
        assertThat(wilson.high()).isCloseTo(high, within(0.00005));
        assertThat(wilson.low()).isLessThanOrEqualTo(wilson.share());
        assertThat(wilson.high()).isGreaterThanOrEqualTo(wilson.share());
    }

    @Test
    void the_interval_is_wilsons() {
        lies(9, 10, 0.5958, 0.9821);
        lies(1, 2, 0.0945, 0.9055);
        lies(49, 50, 0.8950, 0.9965);
    }

    @Test
    void that_nothing_was_wrong_yet_does_not_prove_that_nothing_is() {
        lies(50, 50, 0.9287, 1);
        lies(0, 10, 0, 0.2775);
        assertThat(new Wilson(500, 500).low()).isGreaterThan(new Wilson(50, 50).low());
    }

    @Test
    void of_nothing_judged_nothing_is_known() {
        Wilson nothing = new Wilson(0, 0);
        assertThat(nothing.share()).isZero();
        assertThat(nothing.low()).isZero();
        assertThat(nothing.high()).isEqualTo(1);
    }
}
