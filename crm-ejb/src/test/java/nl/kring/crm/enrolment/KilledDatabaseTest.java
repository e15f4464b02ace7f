package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is killed in the midst of a rush; what clients wrote down is compared with what is there afterwards. */
class KilledDatabaseTest {

    private static final int KILLS = Integer.getInteger("enrolment.kills", 2);
    private static final int PEOPLE = 240;
    private static final int SEATS = 60;
    private static final int CLIENTS = 16;

    @TempDir
    private static Path folder;

    private static SeatsDatabase seats;

    private UUID edition;
    private Map<UUID, Long> people;

    @BeforeAll
    static void open() throws IOException {
        seats = SeatsDatabase.kept(folder);
    }

    @AfterAll
    static void close() throws IOException {
        seats.close();
    }

    @Test
    void what_was_acknowledged_outlives_the_database_and_nothing_is_done_twice() throws Exception {
        Random moments = new Random(20_26);
        for (int kill = 1; kill <= KILLS; kill++) {
            ClientRush rush = aRush();
            rush.begin(desk()).until(20 + moments.nextInt(PEOPLE / 2));
            killAndStart(rush);

            assertThat(rush.unanswered()).as("killed in the midst").isPositive();
            assertThat(wrong(rush)).as("as it came back, kill " + kill).isEmpty();
            System.out.printf(
                    "database killed after %d answers, %d of %d clients without one%n",
                    rush.answers(), rush.unanswered(), CLIENTS);
            rush.begin(desk()).end();

            assertThat(rush.unanswered()).isZero();
            assertThat(rush.answers()).as("all were answered").isGreaterThanOrEqualTo(PEOPLE);
            assertThat(wrong(rush)).as("when all had asked again, kill " + kill).isEmpty();
        }
    }

    /** The negative control: a database that answers before it has written loses what it acknowledged, and that is noticed. */
    @Test
    void what_is_acknowledged_before_it_is_written_is_lost() throws Exception {
        ClientRush rush = aRush();
        asSuperuser(
                "alter system set wal_writer_delay = '10s'",
                "alter system set wal_writer_flush_after = '1GB'",
                "alter role crm_app set synchronous_commit = off",
                "select pg_reload_conf()",
                "checkpoint");
        seats = seats.connectedAnew();
        try {
            rush.begin(desk()).until(100);
            killAndStart(rush);

            assertThat(wrong(rush)).anyMatch(each -> each.startsWith("lost: "));
        } finally {
            asSuperuser(
                    "alter system reset all", "alter role crm_app reset synchronous_commit", "select pg_reload_conf()");
            seats = seats.connectedAnew();
        }
    }

    private ClientRush aRush() {
        long number = seats.anEdition(SEATS, true);
        edition = seats.uuidOf(number);
        people = seats.mailed(PEOPLE);
        return new ClientRush(List.copyOf(people.keySet()), CLIENTS);
    }

    private ClientRush.Desk desk() {
        return new SelfService(seats, edition, people);
    }

    private static void killAndStart(ClientRush rush) throws Exception {
        seats.database().kill();
        rush.end();
        seats = seats.afterwards(folder);
    }

    private List<String> wrong(ClientRush rush) throws SQLException {
        try (Connection connection = seats.database().asApplication().getConnection()) {
            return Reckoning.of(connection, edition, rush.log());
        }
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = seats.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
