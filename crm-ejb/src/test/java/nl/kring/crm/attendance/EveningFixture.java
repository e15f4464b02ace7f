package nl.kring.crm.attendance;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import nl.kring.crm.attendance.letterhead.Letterheads;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.database.Wired;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** A real database with two organisations and what a test writes into it, and the boundaries on top of it. */
final class EveningFixture implements AutoCloseable {

    static final Instant DAY_BEFORE = Instant.parse("2026-03-10T22:59:59Z");
    static final Instant FIRST_EVENING = Instant.parse("2026-03-11T18:00:00Z");
    static final Instant SECOND_EVENING = Instant.parse("2026-03-18T18:00:00Z");
    static final Instant AFTERWARDS = Instant.parse("2026-03-18T21:30:00Z");

    private final CrmDatabase database;
    private final EntityManagerFactory factory;
    private final AtomicLong ids = new AtomicLong(1_000_000);

    final List<AttendanceConfirmed> news = new ArrayList<>();
    final long wdh;
    final long fea;
    private Identity caller;
    private Instant now = AFTERWARDS;

    EveningFixture() throws Exception {
        database = CrmDatabase.temporary();
        Migrations.migrate(database.asOwner());
        factory = Persistence.createEntityManagerFactory(
                "crm",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        database.asApplication(),
                        "hibernate.jpa.compliance.query",
                        "true",
                        "hibernate.type.json_format_mapper",
                        new NoJson()));
        wdh = organisation("WDH", "WDH Twente");
        fea = organisation("FEA", "Federatie Eerstelijnszorg Almelo");
    }

    // --- who calls, and when

    EveningFixture as(Identity identity) {
        caller = identity;
        return this;
    }

    EveningFixture at(Instant moment) {
        now = moment;
        return this;
    }

    static Identity staffOf(long organisation) {
        return identity(null, organisation, EnumSet.of(Role.STAFF));
    }

    static Identity professional(long person) {
        return identity(person, null, EnumSet.of(Role.PROFESSIONAL));
    }

    private static Identity identity(Long person, Long organisation, Set<Role> roles) {
        return new Identity(7L, UUID.randomUUID(), "a@example.nl", "A", "nl", person, organisation, roles);
    }

    <T> T attendances(Function<Attendances, T> work) {
        return inTransaction(em -> work.apply(wired(new Attendances(), em)));
    }

    <T> T certificates(Function<Certificates, T> work) {
        return inTransaction(em -> work.apply(wired(new Certificates(), em)));
    }

    <T> T reissues(Function<Reissues, T> work) {
        return inTransaction(em -> work.apply(wired(new Reissues(), em)));
    }

    <T> T letterheads(Function<Letterheads, T> work) {
        return inTransaction(em -> work.apply(wired(new Letterheads(), em)));
    }

    /** What the ledger has for a participant who was there for some of it. */
    void earned(UUID enrolment, String scheme, String points) {
        sql(
                "insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, enrolment_id,"
                        + " entered_at) select e.person_id, ?, 'ATTENDANCE', 'ACCREDITED', ?::numeric, date '2026-03-11', 'x', e.id,"
                        + " now() from crm.enrolment e where e.uuid = ?",
                scheme,
                points,
                enrolment);
    }

    // --- the rows that other components write

    long organisation(String code, String name) {
        long id = ids.incrementAndGet();
        sql(
                "insert into crm.organisation (id, uuid, code, name, kind, participant, created_at)"
                        + " values (?, gen_random_uuid(), ?, ?, 'OTHER', true, now())",
                id,
                code,
                name);
        return id;
    }

    long person(String name, String profession) {
        long id = ids.incrementAndGet();
        sql(
                "insert into crm.person (id, uuid, display_name, sort_name, profession, email, created_at)"
                        + " values (?, gen_random_uuid(), ?, ?, ?, ?, now())",
                id,
                name,
                name,
                profession,
                id + "@example.nl");
        return id;
    }

    Edition edition(String title, Instant... evenings) {
        long course = ids.incrementAndGet();
        sql(
                "insert into crm.course (id, uuid, organiser_id, title, kind, created_at)"
                        + " values (?, gen_random_uuid(), ?, ?, 'TRAINING', now())",
                course,
                wdh,
                title);
        long id = ids.incrementAndGet();
        UUID uuid = UUID.randomUUID();
        Instant last = evenings[evenings.length - 1].plusSeconds(3 * 3600);
        sql(
                "insert into crm.edition (id, uuid, course_id, state, starts_at, ends_at, created_at)"
                        + " values (?, ?, ?, 'OPEN', ?::timestamptz, ?::timestamptz, now())",
                id,
                uuid,
                course,
                evenings[0].toString(),
                last.toString());
        List<UUID> sessions = new ArrayList<>();
        for (int position = 0; position < evenings.length; position++) {
            sessions.add(UUID.randomUUID());
            sql(
                    "insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)"
                            + " values (?, ?, ?, ?, ?::timestamptz, ?::timestamptz)",
                    ids.incrementAndGet(),
                    sessions.get(position),
                    id,
                    position + 1,
                    evenings[position].toString(),
                    evenings[position].plusSeconds(3 * 3600).toString());
        }
        return new Edition(id, uuid, course, sessions);
    }

    record Edition(long id, UUID uuid, long course, List<UUID> sessions) {}

    UUID enrolled(Edition edition, long person, String state) {
        UUID uuid = UUID.randomUUID();
        sql(
                "insert into crm.enrolment (id, uuid, edition_id, person_id, state, waiting_place, price_cents, enrolled_at)"
                        + " values (?, ?, ?, ?, ?, ?, 0, now())",
                ids.incrementAndGet(),
                uuid,
                edition.id(),
                person,
                state,
                state.equals("WAITLISTED") ? 1 : null);
        return uuid;
    }

    UUID confirmed(Edition edition, long person) {
        return enrolled(edition, person, "CONFIRMED");
    }

    void scheme(String code, String name, String... professions) {
        sql("insert into crm.scheme (code, name, unit, position) values (?, ?, 'POINT', 1)", code, name);
        for (String profession : professions) {
            sql("insert into crm.scheme_profession (scheme_code, profession) values (?, ?)", code, profession);
        }
    }

    void accredited(Edition edition, String scheme, String points) {
        sql(
                "insert into crm.accreditation (id, uuid, course_id, scheme_code, points)"
                        + " values (?, gen_random_uuid(), ?, ?, ?::numeric)",
                ids.incrementAndGet(),
                edition.course(),
                scheme,
                points);
    }

    void sql(String statement, Object... values) {
        try (var connection = database.asApplication().getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String query) {
        return inTransaction(em -> ((Number) em.createNativeQuery(query).getSingleResult()).longValue());
    }

    String text(String query) {
        return inTransaction(em -> (String) em.createNativeQuery(query).getSingleResult());
    }

    // --- what the container does otherwise

    private <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        try {
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    private <T> T wired(T bean, EntityManager em) {
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(PersistenceContext.class)) {
                Wired.put(bean, field, em);
            } else if (field.isAnnotationPresent(Inject.class)) {
                Wired.put(bean, field, given(field.getType(), em));
            }
        }
        return bean;
    }

    private Object given(Class<?> type, EntityManager em) {
        if (type == Clock.class) {
            return Clock.fixed(now, ZoneId.of("Europe/Amsterdam"));
        }
        if (type == CurrentUser.class) {
            return new Caller(caller);
        }
        if (type == Event.class) {
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Event.class}, (event, method, given) -> {
                        if (given[0] instanceof AttendanceConfirmed confirmed) {
                            news.add(confirmed);
                        }
                        return null;
                    });
        }
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return wired(constructor.newInstance(), em);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Caller extends CurrentUser {

        private final Identity identity;

        private Caller(Identity identity) {
            this.identity = identity;
        }

        @Override
        public Optional<Identity> identity() {
            return Optional.ofNullable(identity);
        }
    }

    @Override
    public void close() throws Exception {
        factory.close();
        database.close();
    }
}
