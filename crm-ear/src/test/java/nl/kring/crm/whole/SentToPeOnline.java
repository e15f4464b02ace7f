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

    /** The evening is over, who is enrolled was there and has this number, and the register knows the course by that one. */
    void isReadyToBeSent(String course, String big) throws SQLException {
        AnEvening.run(database, AnEvening.holding(edition, -125, -2));
        AnEvening.run(database, AnEvening.announcing(edition));
        AnEvening.run(database, """
                update crm.person p set big = '%2$s', profession = 'GP'
                  from crm.enrolment n where n.person_id = p.id and n.edition_id = (select id from crm.edition where uuid = '%1$s');
                insert into crm.attendance (id, uuid, enrolment_id, session_id, present, recorded_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), n.id, s.id, true, now()
                  from crm.edition e join crm.enrolment n on n.edition_id = e.id join crm.session s on s.edition_id = e.id
                 where e.uuid = '%1$s'""".formatted(edition, big));
        isKnownAs(course);
    }

    /** The register knows the course by that number, and the evening by one too. */
    void isKnownAs(String course) throws SQLException {
        AnEvening.run(database, """
                update crm.accreditation_request set course_number = '%2$s'
                 where course_id = (select course_id from crm.edition where uuid = '%1$s');
                update crm.accreditation_announcement set number = '55'
                 where edition_id = (select id from crm.edition where uuid = '%1$s')""".formatted(edition, course));
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
