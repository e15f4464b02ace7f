package nl.kring.crm.attendance.presence;

import static nl.kring.crm.database.Wired.made;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.attendance.AttendanceRecorded;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.database.Told;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** A real database with one evening from seven to ten, people with a seat, and boundaries by a clock that tests set. */
public final class Evening implements AutoCloseable {

    public static final Instant SEVEN = Instant.parse("2026-11-03T18:00:00Z");
    public static final Instant TEN = Instant.parse("2026-11-03T21:00:00Z");

    public final AgendaDatabase database;
    public final CurrentUser noord;
    public final CurrentUser zuid;

    private final List<BiConsumer<Function<Class<?>, Object>, Object>> listeners = new ArrayList<>();
    private Instant now = SEVEN;

    /** The clock of the server. */
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return SystemClock.AMSTERDAM;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    public Evening() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    public Evening at(Instant moment) {
        now = moment;
        return this;
    }

    /** The server's clock says so many minutes past seven. */
    public Evening atMinute(int minute) {
        return at(past(minute));
    }

    public static Instant past(int minutes) {
        return SEVEN.plusSeconds(60L * minutes);
    }

    public UUID edition(String title) {
        return database.published(
                "NOORD",
                ACourse.aCourse()
                        .titled(title)
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .wish());
    }

    public UUID sessionOf(UUID edition) {
        return UUID.fromString(text(
                "select cast(s.uuid as text) from crm.session s join crm.edition e on e.id = s.edition_id where e.uuid = cast(:a as uuid)",
                edition.toString()));
    }

    public long person(String name, String email, String profession) {
        return number("""
                insert into crm.person (id, uuid, display_name, sort_name, profession, email, created_at)
                values (nextval('crm.entity_seq'), gen_random_uuid(), :a, :a, :c, :b, now()) returning id""", name, email, profession);
    }

    /** With a seat that costs so much; gives the enrolment. */
    public UUID seat(UUID edition, long person, int cents) {
        return UUID.fromString(text("""
                insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at, confirmed_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), e.id, cast(:a as bigint), 'CONFIRMED', cast(:b as integer), now(),
                       now()
                  from crm.edition e where e.uuid = cast(:c as uuid) returning cast(uuid as text)""", Long.toString(person), Integer.toString(cents), edition.toString()));
    }

    public UUID guest(UUID edition, String name) {
        return seat(edition, person(name, name.toLowerCase().replace(' ', '.') + "@example.nl", "GP"), 0);
    }

    public String codeOf(UUID enrolment) {
        long person = number("select person_id from crm.enrolment where uuid = cast(:a as uuid)", enrolment.toString());
        return with(PresenceCodes.class, Ledger.professional(person), codes -> codes.mine(enrolment))
                .code();
    }

    /** A boundary as somebody may use it now; points follow from what it records. */
    public <B, T> T with(Class<B> boundary, CurrentUser caller, Function<B, T> work) {
        return database.inTransaction(em -> work.apply(boundary(em, boundary, caller)));
    }

    public <B> B boundary(EntityManager em, Class<B> boundary, CurrentUser caller, Object... given) {
        List<Object> parts = new ArrayList<>(List.of(given));
        Told told = new Told(news -> {
            if (news instanceof AttendanceRecorded recorded) {
                Ledger.settled(em, clock, caller, recorded);
            }
            listeners.forEach(each -> each.accept(type -> made(type, em, clock, caller), news));
        });
        parts.addAll(List.of(
                em,
                clock,
                caller,
                told,
                AgendaDatabase.courses(em, caller, clock, news -> {}),
                AgendaDatabase.editions(em, caller)));
        return made(boundary, parts.toArray());
    }

    /** Whoever hears of news gets its own parts as the caller has them. */
    public Evening hears(BiConsumer<Function<Class<?>, Object>, Object> listener) {
        listeners.add(listener);
        return this;
    }

    public CurrentUser platformAdmin() {
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        null,
                        UUID.randomUUID(),
                        "a@example.nl",
                        "A",
                        "nl",
                        null,
                        null,
                        EnumSet.of(Role.PLATFORM_ADMIN)));
            }
        };
    }

    public void run(String sql, Object... values) {
        database.change(em -> filled(em, sql, values).executeUpdate());
    }

    public long number(String sql, Object... values) {
        return database.inTransaction(em -> ((Number) filled(em, sql, values).getSingleResult()).longValue());
    }

    public String text(String sql, Object... values) {
        return database.inTransaction(
                em -> String.valueOf(filled(em, sql, values).getSingleResult()));
    }

    @SuppressWarnings("unchecked")
    public List<Object> column(String sql, Object... values) {
        return database.inTransaction(em -> filled(em, sql, values).getResultList());
    }

    /** Values are :a, :b, :c in their order. */
    private static Query filled(EntityManager em, String sql, Object... values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(String.valueOf((char) ('a' + i)), values[i]);
        }
        return query;
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
