package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.made;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes is reminded once, some days before. */
class RemindersTest {

    private static final String BEFORE = "2026-10-31T07:59:00Z";

    /** Three days before 3 November, at nine in Amsterdam, where the clock went back on 25 October. */
    private static final String DUE = "2026-10-31T08:00:00Z";

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;
    private static long numbers = 60_000;

    private UUID edition;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_on_the_third_of_november_at_seven() {
        database.clearAgenda();
        edition = database.published("NOORD", aCourse().titled("Astma").wish());
    }

    @Test
    void who_has_a_seat_is_reminded_once_at_nine_in_the_morning() {
        enrolled("gaat@example.nl", "CONFIRMED");
        enrolled("wacht@example.nl", "WAITLISTED");
        enrolled("niet@example.nl", "CANCELLED");
        as(noord, reminders -> reminders.useHabit(3));
        assertThat(reminder().at()).isEqualTo(Instant.parse(DUE));

        look(BEFORE);
        assertThat(mails()).isEmpty();
        look(DUE);
        look(DUE);
        look("2026-11-02T08:00:00Z");

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .startsWith("gaat@example.nl Binnenkort: Astma")
                        .contains("03-11-2026 19:00 – 22:00"));
        assertThat(reminder().sentAt()).isEqualTo(Instant.parse(DUE));
    }

    @Test
    void who_wants_no_reminders_gets_none() {
        enrolled("gaat@example.nl", "CONFIRMED");
        long wanting = numbers;
        enrolled("liever-niet@example.nl", "CONFIRMED");
        sql(
                "insert into crm.account (id, uuid, email, display_name, person_id, created_at) select p.id, gen_random_uuid(),"
                        + " p.email, 'A', p.id, now() from crm.person p where p.email in ('gaat@example.nl', 'liever-niet@example.nl')"
                        + " and p.id > " + (wanting - 4));
        sql(
                "insert into crm.notification_choice (account_id, reminders, changed_at)"
                        + " select id, email = 'gaat@example.nl', now() from crm.account where email like '%aat%' or email like 'liever%'");
        as(noord, reminders -> reminders.useHabit(3));

        look(DUE);

        assertThat(mails()).singleElement().asString().startsWith("gaat@example.nl");
        sql("delete from crm.notification_choice");
        sql("delete from crm.account where email in ('gaat@example.nl', 'liever-niet@example.nl')");
    }

    @Test
    void an_edition_may_differ_from_the_habit_also_by_not_reminding() {
        enrolled("gaat@example.nl", "CONFIRMED");
        as(noord, reminders -> reminders.useHabit(3));
        as(noord, reminders -> reminders.plan(edition, true, null));
        look(DUE);
        assertThat(mails()).isEmpty();

        as(noord, reminders -> reminders.plan(edition, true, 1));
        look(DUE);
        assertThat(mails()).isEmpty();
        look("2026-11-02T08:00:00Z");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void without_a_habit_nobody_is_reminded() {
        enrolled("gaat@example.nl", "CONFIRMED");
        look("2026-11-03T17:00:00Z");
        assertThat(mails()).isEmpty();
        assertThat(reminder()).isEqualTo(new Reminder(null, false, null, null));
    }

    @Test
    void who_got_a_seat_after_the_moment_was_told_just_then() {
        as(noord, reminders -> reminders.useHabit(3));
        enrolled("laat@example.nl", "CONFIRMED", "2026-10-31T09:00:00Z");
        look("2026-10-31T10:00:00Z");
        assertThat(mails()).isEmpty();
    }

    @Test
    void what_was_due_while_the_server_was_down_is_sent_until_it_begins() {
        enrolled("gaat@example.nl", "CONFIRMED");
        as(noord, reminders -> reminders.useHabit(3));
        look("2026-11-03T18:30:00Z");
        assertThat(mails()).as("it has begun").isEmpty();
        look("2026-11-03T06:00:00Z");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void an_edition_that_is_cancelled_reminds_nobody_and_one_that_is_moved_reminds_again() {
        enrolled("gaat@example.nl", "CONFIRMED");
        as(noord, reminders -> reminders.useHabit(3));
        sql("update crm.edition set state = 'CANCELLED'");
        look(DUE);
        assertThat(mails()).isEmpty();

        sql("update crm.edition set state = 'OPEN'");
        look(DUE);
        sql(
                "update crm.edition set starts_at = timestamptz '2026-12-01 18:00Z', ends_at = timestamptz '2026-12-01 21:00Z'");
        look(DUE);
        assertThat(mails()).hasSize(1);
        look("2026-11-28T08:00:00Z");
        assertThat(mails()).hasSize(2);
    }

    @Test
    void two_nodes_that_look_at_the_same_moment_remind_once() throws Exception {
        enrolled("gaat@example.nl", "CONFIRMED");
        as(noord, reminders -> reminders.useHabit(3));
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        List<Callable<Void>> looks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            looks.add(() -> {
                look(DUE);
                return null;
            });
        }
        for (Future<Void> each : nodes.invokeAll(looks)) {
            each.get();
        }
        nodes.shutdown();
        assertThat(mails()).hasSize(1);
    }

    /** The protection off: without taking it first, each look would send. */
    @Test
    void without_writing_down_that_it_was_sent_it_would_be_sent_again() {
        enrolled("gaat@example.nl", "CONFIRMED");
        as(noord, reminders -> reminders.useHabit(3));
        look(DUE);
        sql("update crm.edition_reminder set reminded_for = null, reminded_at = null");
        look(DUE);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void others_and_nonsense_are_refused() {
        assertThatThrownBy(() -> as(zuid, reminders -> reminders.plan(edition, true, 3)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> with(zuid, reminders -> reminders.of(edition))).isInstanceOf(NotFoundException.class);
        as(noord, reminders -> reminders.useHabit(5));
        Integer ofZuid = with(zuid, Reminders::habit);
        assertThat(ofZuid).isNull();
        for (int days : new int[] {0, -1, 61}) {
            assertThatThrownBy(() -> as(noord, reminders -> reminders.useHabit(days)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("reminder-days");
        }
    }

    // --- how it is done

    private Reminder reminder() {
        return with(noord, reminders -> reminders.of(edition));
    }

    private static void look(String moment) {
        Clock clock = Clock.fixed(Instant.parse(moment), SystemClock.AMSTERDAM);
        database.change(em -> made(ReminderClock.class, em, clock, noord).look());
    }

    private void enrolled(String email, String state) {
        enrolled(email, state, "2026-09-02T10:00:00Z");
    }

    private void enrolled(String email, String state, String confirmedAt) {
        long person = ++numbers;
        database.change(em -> em.createNativeQuery("""
                        insert into crm.person (id, uuid, profession, display_name, email, created_at)
                        values (:id, gen_random_uuid(), 'GP', 'Persoon', :email, :now)""")
                .setParameter("id", person)
                .setParameter("email", email)
                .setParameter("now", AgendaDatabase.NOW)
                .executeUpdate());
        database.change(em -> em.createNativeQuery("""
                        insert into crm.enrolment (id, uuid, edition_id, person_id, state, waiting_place, price_cents,
                                                   enrolled_at, confirmed_at)
                        select :id, gen_random_uuid(), e.id, :person, :state,
                               case when :state = 'WAITLISTED' then 1 end, 0, :now,
                               case when :state <> 'WAITLISTED' then cast(:confirmed as timestamptz) end
                          from crm.edition e where e.uuid = :edition""")
                .setParameter("id", ++numbers)
                .setParameter("person", person)
                .setParameter("state", state)
                .setParameter("confirmed", Instant.parse(confirmedAt))
                .setParameter("edition", edition)
                .setParameter("now", AgendaDatabase.NOW)
                .executeUpdate());
    }

    private static void sql(String statement) {
        database.change(em -> em.createNativeQuery(statement).executeUpdate());
    }

    @SuppressWarnings("unchecked")
    private static List<String> mails() {
        return (List<String>) database.inTransaction(em -> em.createNativeQuery(
                        "select recipient || ' ' || subject || ' ' || body from crm.message where kind = 'enrolment-reminder'",
                        String.class)
                .getResultList());
    }

    private static void as(CurrentUser caller, Consumer<Reminders> work) {
        with(caller, reminders -> {
            work.accept(reminders);
            return null;
        });
    }

    private static <T> T with(CurrentUser caller, Function<Reminders, T> work) {
        return database.inTransaction(em -> work.apply(wired(
                new Reminders(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                AgendaDatabase.editions(em, caller),
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller))));
    }
}
