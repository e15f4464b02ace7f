package nl.kring.crm.security;

import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.kring.crm.agenda.AgendaDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guessing a password ends soon, whoever is guessed and from wherever. */
class SignInThrottleTest {

    private static final String HERE = "192.0.2.1";

    private static AgendaDatabase database;

    private Instant now = Instant.parse("2026-09-01T10:00:00Z");

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void the_fifth_failure_closes_the_account_for_a_quarter_of_an_hour_wherever_it_is_tried() {
        fail(4, "five@example.nl", HERE);
        assertThat(locked("five@example.nl", HERE)).isFalse();

        fail(1, "five@example.nl", HERE);

        assertThat(locked("five@example.nl", HERE)).isTrue();
        assertThat(locked("five@example.nl", "192.0.2.99")).isTrue();
        assertThat(locked("other@example.nl", HERE)).isFalse();
        now = now.plus(SignInThrottle.WINDOW).minusSeconds(1);
        assertThat(locked("five@example.nl", HERE)).isTrue();
        now = now.plusSeconds(1);
        assertThat(locked("five@example.nl", HERE)).isFalse();
    }

    @Test
    void failures_that_lie_apart_do_not_add_up() {
        fail(4, "slow@example.nl", "192.0.2.2");
        now = now.plus(SignInThrottle.WINDOW).plus(Duration.ofSeconds(1));
        fail(4, "slow@example.nl", "192.0.2.2");
        assertThat(locked("slow@example.nl", "192.0.2.2")).isFalse();
    }

    @Test
    void a_right_password_starts_the_count_again() {
        fail(4, "forgetful@example.nl", "192.0.2.3");
        with(throttle -> throttle.succeeded("forgetful@example.nl"));
        fail(4, "forgetful@example.nl", "192.0.2.3");
        assertThat(locked("forgetful@example.nl", "192.0.2.3")).isFalse();
    }

    @Test
    void an_address_that_tries_fifty_accounts_is_closed_for_all() {
        IntStream.range(0, 49).forEach(i -> fail(1, "account" + i + "@example.nl", "192.0.2.4"));
        assertThat(locked("nobody@example.nl", "192.0.2.4")).isFalse();
        fail(1, "account49@example.nl", "192.0.2.4");
        assertThat(locked("nobody@example.nl", "192.0.2.4")).isTrue();
        assertThat(locked("account49@example.nl", "192.0.2.5")).isFalse();
    }

    private void fail(int times, String email, String address) {
        IntStream.range(0, times).forEach(i -> with(throttle -> throttle.failed(email, address)));
    }

    private boolean locked(String email, String address) {
        boolean[] locked = new boolean[1];
        with(throttle -> locked[0] = throttle.isLocked(email, address));
        return locked[0];
    }

    private void with(Consumer<SignInThrottle> work) {
        database.change(em -> work.accept(wired(new SignInThrottle(), em, Clock.fixed(now, ZoneOffset.UTC))));
    }
}
