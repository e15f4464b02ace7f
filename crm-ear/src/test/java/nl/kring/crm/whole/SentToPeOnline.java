package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import nl.kring.crm.database.CrmDatabase;

/** What a product keeps of what it sent of an evening; time passes in it by bringing forward when a question is asked again. */
final class SentToPeOnline {

    /** The timer looks every ten seconds, and may have been waiting for an answer that does not come. */
    private static final Duration PERIOD = Duration.ofSeconds(20);

    private final CrmDatabase database;
    private final String edition;

    SentToPeOnline(CrmDatabase database, String edition) {
        this.database = database;
        this.edition = edition;
    }

    /** How it stands with each of its questions, the first that was put first. */
    String questions() throws SQLException {
        return String.join(" ", ofQuestions("b.state"));
    }

    String failures() throws SQLException {
        return String.join(" ", ofQuestions("coalesce(b.failure, '')"));
    }

    List<String> ofQuestions(String what) throws SQLException {
        return AnEvening.texts(
                database,
                "select " + what + " from crm.delivery_batch b join crm.edition e on e.id = b.edition_id"
                        + " where e.uuid = '" + edition + "' order by b.queued_at, b.id");
    }

    /** Number and state of everybody of whom something was sent, or said. */
    List<String> participants() throws SQLException {
        return AnEvening.texts(
                database,
                "select coalesce(d.number, '-') || ' ' || d.state from crm.credit_delivery d"
                        + " join crm.enrolment n on n.id = d.enrolment_id join crm.edition e on e.id = n.edition_id"
                        + " where e.uuid = '" + edition + "' order by 1");
    }

    /** What was not answered is asked again now. */
    void hoursPass() throws SQLException {
        change("next_attempt_at = now() where state in ('WAITING', 'SENDING')");
    }

    /** What is being asked was asked all day already. */
    void isAskedForTheLastTime() {
        try {
            change("attempts = 7 where state = 'SENDING'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String what) throws SQLException {
        AnEvening.run(
                database,
                "update crm.delivery_batch set " + what + " and edition_id = (select id from crm.edition where uuid = '"
                        + edition + "')");
    }

    static void until(String what, Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + PERIOD.toNanos();
        while (!done.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
