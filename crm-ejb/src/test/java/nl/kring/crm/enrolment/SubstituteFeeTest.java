package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.enrolment.price.CancellationTerms;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.registry.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sends somebody else owes what the terms of the seat say. */
class SubstituteFeeTest {

    private static AgendaDatabase database;
    private static PricedEditions editions;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        editions = new PricedEditions(database);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clearAgenda();
    }

    @Test
    void where_a_substitute_is_free_nothing_is_owed() {
        assertThat(feeOfWhoGoes(true, Duration.ofDays(1))).isZero();
    }

    @Test
    void where_it_is_not_it_costs_what_cancelling_would() {
        assertThat(feeOfWhoGoes(false, Duration.ofDays(1))).isEqualTo(12_500);
        assertThat(feeOfWhoGoes(false, Duration.ofDays(20))).isZero();
    }

    private static int feeOfWhoGoes(boolean free, Duration before) {
        editions.policy(
                "NOORD", new CancellationTerms(0, CancellationTerms.FOURTEEN_DAYS.tiers(), 0, 0, 0, false, free));
        UUID edition = database.published("NOORD", aCourse().wish());
        editions.sql("update crm.edition set price_cents = 12500 where uuid = '%s'", edition);
        UUID gone = editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
        long other = editions.person("GP");
        return database.inTransaction(em -> {
            Enrolment found =
                    new EnrolmentLists(em, AgendaDatabase.CLOCK).enrolment(gone).orElseThrow();
            Clock clock = Clock.fixed(found.getEdition().getStartsAt().minus(before), AgendaDatabase.CLOCK.getZone());
            Enrolment successor =
                    new Enrolment(found.getEdition(), em.find(Person.class, other), null, null, clock.instant());
            new SeatAllocation(em, clock).replace(found, successor, null);
            assertThat(successor.getPriceCents()).isEqualTo(12_500);
            assertThat(successor.getFeeCents()).isNull();
            return found.getFeeCents();
        });
    }
}
