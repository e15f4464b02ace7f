package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Path;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;
import org.postgresql.ds.PGPoolingDataSource;

/** The real database with an organiser, its editions and persons, and transactions on it as the product makes them. */
final class SeatsDatabase implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Instant START = NOW.plus(40, ChronoUnit.DAYS);
    private static final long ORGANISER = 1;
    private static final int MOST_CONNECTIONS = 150;

    private final CrmDatabase database;
    private final PGPoolingDataSource pool = new PGPoolingDataSource();
    private final EntityManagerFactory factory;
    private final EnrolmentQueue queue;
    private long lastId = 1_000;

    SeatsDatabase() throws IOException {
        this(CrmDatabase.temporary());
        begin();
    }

    /** One in a folder of its own, where it can be started again. */
    static SeatsDatabase kept(Path folder) throws IOException {
        SeatsDatabase seats = new SeatsDatabase(CrmDatabase.kept(folder));
        seats.begin();
        return seats;
    }

    /** What is left in the folder of one that was killed. */
    SeatsDatabase afterwards(Path folder) throws IOException {
        return connectedTo(CrmDatabase.kept(folder));
    }

    /** The same by new connections, which notice what was set. */
    SeatsDatabase connectedAnew() {
        return connectedTo(database);
    }

    private SeatsDatabase connectedTo(CrmDatabase other) {
        factory.close();
        pool.close();
        SeatsDatabase seats = new SeatsDatabase(other);
        seats.lastId = lastId;
        return seats;
    }

    private void begin() {
        Migrations.migrate(database.asOwner());
        run("""
            insert into crm.organisation (id, uuid, code, name, kind, participant, email, created_at)
            values (?, ?, 'ORG', 'Nascholing Oost', 'CME_BODY', true, 'nascholing@example.nl', ?)""", ORGANISER, UUID.randomUUID(), NOW);
    }

    private SeatsDatabase(CrmDatabase database) {
        this.database = database;
        pool.setDataSourceName(UUID.randomUUID().toString());
        pool.setURL(database.url());
        pool.setUser("crm_app");
        pool.setPassword(CrmDatabase.PASSWORD);
        pool.setCurrentSchema("crm,public");
        pool.setMaxConnections(MOST_CONNECTIONS);
        factory = Persistence.createEntityManagerFactory(
                "crm",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        pool,
                        "jakarta.persistence.nonJtaDataSource",
                        pool,
                        "hibernate.type.json_format_mapper",
                        new NoJson()));
        queue = Enrolling.queue(factory, CLOCK);
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
            insert into crm.edition (id, uuid, course_id, state, price_cents, waiting_list, starts_at, ends_at, created_at, published_at)
            values (?, ?, ?, 'OPEN', 12500, ?, ?, ?, ?, ?)""", edition, UUID.randomUUID(), course, waitingList, START, START.plus(2, ChronoUnit.HOURS), NOW, NOW);
        run("insert into crm.seat_count (edition_id, capacity) values (?, ?)", edition, capacity);
        run("insert into crm.seat_terms (edition_id) values (?)", edition); // what comes free is given at once
        return edition;
    }

    /** The same course once more. */
    long again(long edition, int capacity) {
        long other = anEdition(capacity, true);
        run(
                "update crm.edition set course_id = (select course_id from crm.edition where id = ?) where id = ?",
                edition,
                other);
        return other;
    }

    void terms(long edition, String column, Object value) {
        run("update crm.seat_terms set " + column + " = ? where edition_id = ?", value, edition);
    }

    /** Seats for a profession. */
    long quota(long edition, QuotaKind kind, Profession profession, int number, Instant releaseAt) {
        long quota = ++lastId;
        run("""
            insert into crm.seat_quota (id, uuid, edition_id, position, kind, professions, seats, release_at)
            values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)""", quota, UUID.randomUUID(), edition, (int) quota, kind.name(), profession.name(), number, releaseAt);
        return quota;
    }

    List<Long> persons(int number, Profession profession) {
        List<Long> persons = persons(number);
        persons.forEach(person -> run("update crm.person set profession = ? where id = ?", profession.name(), person));
        return persons;
    }

    /** Members of the organiser from today on. */
    void join(List<Long> persons) {
        persons.forEach(person -> run("""
            insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_from, created_at)
            values (?, ?, ?, ?, 'MEMBER', date '2026-01-01', ?)""", ++lastId, UUID.randomUUID(), person, ORGANISER, NOW));
    }

    /** Gives what the seats of an edition are to be at that moment. */
    List<Enrolment> turn(long edition, Clock clock) {
        return inTransaction(em -> {
            SeatAllocation seats = new SeatAllocation(em, clock);
            Edition found = em.find(Edition.class, edition);
            seats.expire(found);
            QuotaRows.current(em, edition).stream()
                    .filter(quota -> quota.getReleaseAt() != null
                            && !quota.getReleaseAt().isAfter(clock.instant()))
                    .forEach(SeatQuota::release);
            return seats.promote(found, null);
        });
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

    /** Persons who are mailed, with the numbers that the database knows them by. */
    Map<UUID, Long> mailed(int number) {
        long first = lastId + 1;
        lastId += number;
        run("""
            insert into crm.person (id, uuid, profession, display_name, email, created_at)
            select n, gen_random_uuid(), 'GP', 'Persoon ' || n, 'p' || n || '@example.nl', ? from generate_series(?, ?) n""", NOW, first, lastId);
        List<UUID> made = uuids("select uuid from crm.person where id >= " + first + " order by id");
        Map<UUID, Long> persons = new LinkedHashMap<>();
        for (int i = 0; i < number; i++) {
            persons.put(made.get(i), first + i);
        }
        return persons;
    }

    UUID uuidOf(long edition) {
        return uuids("select uuid from crm.edition where id = " + edition).get(0);
    }

    @SuppressWarnings("unchecked")
    private List<UUID> uuids(String query) {
        return inTransaction(
                em -> (List<UUID>) em.createNativeQuery(query, UUID.class).getResultList());
    }

    /** Where those meet who enrol by the same server. */
    EnrolmentQueue queue() {
        return queue;
    }

    /** Where those meet who enrol by another server. */
    EnrolmentQueue anotherQueue(IntConsumer decided) {
        return Enrolling.queue(factory, CLOCK, decided);
    }

    CrmDatabase database() {
        return database;
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
        return with(uuid, CLOCK, (seats, enrolment) -> seats.cancel(enrolment, null));
    }

    /** Does something to one enrolment at that moment. */
    <T> T with(UUID uuid, Clock clock, BiFunction<SeatAllocation, Enrolment, T> work) {
        return inTransaction(em -> {
            Enrolment enrolment = em.createQuery("select e from Enrolment e where e.uuid = :uuid", Enrolment.class)
                    .setParameter("uuid", uuid)
                    .getSingleResult();
            return work.apply(new SeatAllocation(em, clock), enrolment);
        });
    }

    String state(UUID enrolment) {
        return inTransaction(
                em -> (String) em.createNativeQuery("select state from crm.enrolment where uuid = :uuid", String.class)
                        .setParameter("uuid", enrolment)
                        .getSingleResult());
    }

    /** What happened to an enrolment, in order. */
    @SuppressWarnings("unchecked")
    List<String> story(UUID enrolment) {
        return inTransaction(em -> (List<String>) em.createNativeQuery("""
                        select v.what from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id
                         where e.uuid = :uuid order by v.id""", String.class)
                .setParameter("uuid", enrolment)
                .getResultList());
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
        try (Connection connection = pool.getConnection();
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
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepared(connection, query, values);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String sql, Object... values) {
        try (Connection connection = pool.getConnection();
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
        pool.close();
        database.close();
    }
}
