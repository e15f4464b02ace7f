package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison that the killed servers are judged by finds nothing where nothing is wrong, and whatever is. */
class ReckoningTest {

    private static SeatsDatabase seats;
    private static UUID edition;
    private static ClientRush rush;

    @BeforeAll
    static void a_rush_that_nobody_disturbs() throws Exception {
        seats = new SeatsDatabase();
        edition = seats.uuidOf(seats.anEdition(15, true));
        Map<UUID, Long> people = seats.mailed(60);
        rush = new ClientRush(List.copyOf(people.keySet()), 4);
        rush.begin(new SelfService(seats, edition, people)).end();
    }

    @AfterAll
    static void close() throws Exception {
        seats.close();
    }

    @Test
    void nothing_is_wrong_where_nothing_was_disturbed() throws Exception {
        assertThat(seats.number("select count(*) from crm.enrolment where state = 'CANCELLED'"))
                .as("some cancelled, so that others were promoted")
                .isPositive();
        assertThat(wrongAfter("select 1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oversold        | update crm.seat_count set capacity = capacity - 1, taken = taken - 1",
                "counted         | update crm.seat_count set taken = taken - 1",
                "gap             | update crm.seat_count set last_place = last_place + 1",
                "unsold          | update crm.seat_count set capacity = capacity + 1",
                "lost            | update crm.enrolment set uuid = gen_random_uuid() where state = 'WAITLISTED'",
                "lost: cancelled | update crm.enrolment set state = 'CONFIRMED' where state = 'CANCELLED'",
                "told otherwise  | with told as (update crm.enrolment_event set what = 'CONFIRMED' where what = 'WAITLISTED') update crm.enrolment set state = 'CONFIRMED', waiting_place = null where state = 'WAITLISTED'",
                "double          | insert into crm.enrolment_event (enrolment_id, at, what) select enrolment_id, at, what from crm.enrolment_event",
                "keys            | delete from crm.enrolment_key",
                "order           | update crm.enrolment set waiting_place = 1000 - waiting_place",
                "order           | update crm.enrolment set state = 'CONFIRMED', waiting_place = null where waiting_place = (select max(waiting_place) from crm.enrolment)",
                "mails           | update crm.message set kind = 'enrolment-reminder' where id = (select max(id) from crm.message)",
                "mails           | delete from crm.message where id = (select max(id) from crm.message)"
            })
    void what_went_wrong_is_noticed(String what, String change) throws Exception {
        assertThat(wrongAfter(change)).anyMatch(each -> each.startsWith(what));
    }

    private static List<String> wrongAfter(String change) throws Exception {
        try (Connection connection = seats.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            List<String> wrong = Reckoning.of(connection, edition, rush.log());
            connection.rollback();
            return wrong;
        }
    }
}
