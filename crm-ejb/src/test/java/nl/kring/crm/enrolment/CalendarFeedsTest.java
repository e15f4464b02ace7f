package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The calendar that somebody's own program reads under an address that nobody else has. */
class CalendarFeedsTest {

    private static SeatsDatabase database;
    private static long lastAccount = 500_000;

    @BeforeAll
    static void start() throws Exception {
        database = new SeatsDatabase();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void the_address_shows_ones_own_enrolments_and_those_of_nobody_else() throws Exception {
        List<Long> persons = database.persons(2);
        long mine = edition("Astma");
        long others = edition("Kanarie");
        database.enrol(mine, persons.get(0), null);
        database.enrol(others, persons.get(1), null);

        Calendar read = read(renewed(account(persons.get(0))));

        assertThat(read.validate().getEntries()).isEmpty();
        assertThat(read.getComponents("VEVENT")).hasSize(1);
        assertThat(read.toString())
                .contains("Astma")
                .contains("https://inloggen.example")
                .doesNotContain("Kanarie");
    }

    @Test
    void who_waits_is_not_sure_and_is_not_told_where_to_log_in() throws Exception {
        List<Long> persons = database.persons(2);
        long full = edition("Vol");
        database.run("update crm.seat_count set capacity = 1 where edition_id = ?", full);
        database.enrol(full, persons.get(0), null);
        database.enrol(full, persons.get(1), null);

        Calendar read = read(renewed(account(persons.get(1))));

        assertThat(read.toString()).contains("STATUS:TENTATIVE").doesNotContain("inloggen.example");
    }

    @Test
    void what_was_cancelled_is_gone() throws Exception {
        long person = database.persons(1).get(0);
        long given = edition("Afgemeld");
        long off = edition("Afgelast");
        database.cancel(database.enrol(given, person, null).enrolment().getUuid());
        database.enrol(off, person, null);
        database.run("update crm.edition set state = 'CANCELLED' where id = ?", off);

        assertThat(read(renewed(account(person))).getComponents("VEVENT")).isEmpty();
    }

    @Test
    void only_the_hash_is_kept() throws Exception {
        CurrentUser caller = account(database.persons(1).get(0));
        String token = renewed(caller);

        assertThat(token).hasSize(43);
        assertThat(database.number(
                        "select count(*) from crm.calendar_feed where account_id = ? and hash = ?",
                        caller.accountId(),
                        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from crm.calendar_feed f where f::text like ?", "%" + token + "%"))
                .isZero();
    }

    @Test
    void a_new_address_ends_the_old_one_and_what_is_taken_back_shows_nothing() {
        CurrentUser caller = account(database.persons(1).get(0));
        String old = renewed(caller);
        String next = renewed(caller);

        assertThatThrownBy(() -> text(old)).isInstanceOf(NotFoundException.class);
        assertThat(text(next)).startsWith("BEGIN:VCALENDAR");
        with(caller, feeds -> {
            feeds.revoke();
            return null;
        });
        assertThatThrownBy(() -> text(next)).isInstanceOf(NotFoundException.class);
        assertThat(with(caller, CalendarFeeds::since)).isEmpty();
    }

    @Test
    void an_account_that_is_closed_shows_nothing_any_more() {
        CurrentUser caller = account(database.persons(1).get(0));
        String token = renewed(caller);
        database.run("update crm.account set active = false where id = ?", caller.accountId());

        assertThatThrownBy(() -> text(token)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_is_no_address_is_not_looked_for() {
        for (String token : new String[] {null, "", "kort", "x".repeat(10_000), "' or 1=1 --", "\u0000".repeat(43)}) {
            assertThatThrownBy(() -> text(token)).isInstanceOf(NotFoundException.class);
        }
    }

    private static long edition(String title) {
        long edition = database.anEdition(10, true);
        database.run(
                "update crm.course set title = ? where id = (select course_id from crm.edition where id = ?)",
                title,
                edition);
        database.run("update crm.edition set online = 'https://inloggen.example' where id = ?", edition);
        database.run("""
                insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)
                values (nextval('crm.entity_seq'), gen_random_uuid(), ?, 1, ?, ?)""", edition, SeatsDatabase.START, SeatsDatabase.START.plus(2, ChronoUnit.HOURS));
        return edition;
    }

    private static CurrentUser account(long person) {
        long id = ++lastAccount;
        database.run("""
                insert into crm.account (id, uuid, email, display_name, person_id, created_at)
                values (?, gen_random_uuid(), ?, 'Naam', ?, ?)""", id, id + "@example.nl", person, SeatsDatabase.NOW);
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        id, UUID.randomUUID(), "a@example.nl", "A", "nl", person, null, Set.of(Role.PROFESSIONAL)));
            }
        };
    }

    private static String renewed(CurrentUser caller) {
        return with(caller, CalendarFeeds::renew);
    }

    private static Calendar read(String token) throws Exception {
        return new CalendarBuilder().build(new StringReader(text(token)));
    }

    private static String text(String token) {
        return with(null, feeds -> feeds.read(token));
    }

    private static <T> T with(CurrentUser caller, Function<CalendarFeeds, T> work) {
        return database.inTransaction(em -> work.apply(feeds(em, caller)));
    }

    private static CalendarFeeds feeds(EntityManager em, CurrentUser caller) {
        AuditTrail silent = new AuditTrail() {
            @Override
            public void record(String action, UUID subject, String detail) {
                // proved elsewhere
            }
        };
        return caller == null
                ? wired(new CalendarFeeds(), em, SeatsDatabase.CLOCK)
                : wired(new CalendarFeeds(), em, SeatsDatabase.CLOCK, caller, silent);
    }
}
