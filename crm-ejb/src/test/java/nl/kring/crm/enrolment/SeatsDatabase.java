package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.registry.Person;

/** The real database with an organiser, its editions and persons, and transactions on it as the product makes them. */
final class SeatsDatabase implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Instant START = NOW.plus(40, ChronoUnit.DAYS);
    private static final long ORGANISER = 1;

    private final CrmDatabase database;
    private final EntityManagerFactory factory;
    private long lastId = 1_000;

    SeatsDatabase() throws IOException {
        database = CrmDatabase.temporary();
        Migrations.migrate(database.asOwner());
        factory = Persistence.createEntityManagerFactory(
                "crm",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        database.asApplication(),
                        "jakarta.persistence.nonJtaDataSource",
                        database.asApplication(),
                        "hibernate.type.json_format_mapper",
                        new NoJson()));
        run("""
            insert into crm.organisation (id, uuid, code, name, kind, participant, email, created_at)
            values (?, ?, 'ORG', 'Nascholing Oost', 'CME_BODY', true, 'nascholing@example.nl', ?)""", ORGANISER, UUID.randomUUID(), NOW);
    }

    long anEdition(int capacity, boolean waitingList) {
        long course = ++lastId;
        long edition = ++lastId;
        run(
                "insert into crm.course (id, uuid, organiser_id, title, kind, created_at) values (?, ?, ?, 'Astma', 'TRAINING', ?)",
                course,
                UUID.randomUUID(),
                ORGANISER,
                NOW);
        run("""
            insert into crm.edition (id, uuid, course_id, state, price_cents, waiting_list, starts_at, ends_at, created_at)
            values (?, ?, ?, 'OPEN', 12500, ?, ?, ?, ?)""", edition, UUID.randomUUID(), course, waitingList, START, START.plus(2, ChronoUnit.HOURS), NOW);
        run("insert into crm.seat_count (edition_id, capacity) values (?, ?)", edition, capacity);
        run("insert into crm.seat_terms (edition_id) values (?)", edition); // what comes free is given at once
        return edition;
    }

    void aSession(long edition, Instant start, Duration length) {
        run(
                "insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at) values (?, ?, ?, 1, ?, ?)",
                ++lastId,
                UUID.randomUUID(),
                edition,
                start,
                start.plus(length));
    }

    List<Long> persons(int number) {
        List<Long> persons = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            long id = ++lastId;
            run(
                    "insert into crm.person (id, uuid, profession, display_name, created_at) values (?, ?, 'GP', ?, ?)",
                    id,
                    UUID.randomUUID(),
                    "Persoon " + id,
                    NOW);
            persons.add(id);
        }
        return persons;
    }

    /** One transaction; a refusal rolls it back and is thrown on. */
    <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                T result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    SeatAllocation.Allotted enrol(long edition, long person, String key) {
        return enrol(edition, person, key, em -> new SeatAllocation(em, CLOCK));
    }

    SeatAllocation.Allotted enrol(
            long edition, long person, String key, Function<EntityManager, SeatAllocation> allocation) {
        return inTransaction(em -> {
            Enrolment wanted =
                    new Enrolment(em.find(Edition.class, edition), em.find(Person.class, person), null, person, NOW);
            return allocation.apply(em).allot(wanted, new SeatAllocation.Claim(person, key, false));
        });
    }

    SeatAllocation.Released cancel(UUID uuid) {
        return inTransaction(em -> {
            Enrolment enrolment = em.createQuery("select e from Enrolment e where e.uuid = :uuid", Enrolment.class)
                    .setParameter("uuid", uuid)
                    .getSingleResult();
            return new SeatAllocation(em, CLOCK).cancel(enrolment, null);
        });
    }

    /** Runs all at the same moment, each on a thread of its own; gives what each answered or threw. */
    static List<Object> atOnce(List<? extends Callable<?>> works) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            CountDownLatch ready = new CountDownLatch(works.size());
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<?> work : works) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> future : futures) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Object outcome(Future<Object> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException thrown) {
            return thrown.getCause();
        }
    }

    int count(String where, long edition) {
        return number("select count(*) from crm.enrolment where edition_id = ? and " + where, edition);
    }

    int taken(long edition) {
        return number("select taken from crm.seat_count where edition_id = ?", edition);
    }

    /** The places of who wait, in order. */
    List<Integer> places(long edition) {
        List<Integer> places = new ArrayList<>();
        try (Connection connection = database.asApplication().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select waiting_place from crm.enrolment where edition_id = ? and state = 'WAITLISTED' order by 1")) {
            statement.setLong(1, edition);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    places.add(rows.getInt(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return places;
    }

    int number(String query, Object... values) {
        try (Connection connection = database.asApplication().getConnection();
                PreparedStatement statement = prepared(connection, query, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String sql, Object... values) {
        try (Connection connection = database.asApplication().getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1, values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws IOException {
        factory.close();
        database.close();
    }
}
