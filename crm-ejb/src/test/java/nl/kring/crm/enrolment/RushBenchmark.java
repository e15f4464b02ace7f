package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.kring.crm.agenda.CapacityChanged;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.postgresql.ds.PGPoolingDataSource;

/**
 * A rush on one edition: how many decisions a second the allocation service makes, by what bare SQL makes that writes the
 * same rows (enrolment, history, audit, outbox, key) in the fastest safe design, insert-only with a sequence. Limit, ours,
 * limit in random order, in one run.
 */
public final class RushBenchmark {

    private static final int CONNECTIONS = Integer.getInteger("rush.connections", 32);
    private static final int THREADS = Integer.getInteger("rush.threads", 128);
    private static final int CLIENTS = 500;
    private static final int SEATS = 100;
    private static final int EDITIONS = 100;
    private static final int ROUNDS = 7;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(30);

    /** Held, so that its level is not forgotten. */
    private static final Logger FACTS = Logger.getLogger("nl.kring.crm.facts");

    private final PGPoolingDataSource pool = new PGPoolingDataSource();
    private final EntityManagerFactory factory;
    private final Clock clock = Clock.systemUTC();
    private final EnrolmentQueue queue;
    private final List<Double> javaCpu = new ArrayList<>();
    private final List<Double> databaseCpu = new ArrayList<>();
    private long lastId = 1_000;

    private RushBenchmark(CrmDatabase database) throws SQLException {
        Migrations.migrate(database.asOwner());
        pool.setURL(database.url());
        pool.setUser("crm_app");
        pool.setPassword(CrmDatabase.PASSWORD);
        pool.setInitialConnections(CONNECTIONS);
        pool.setMaxConnections(CONNECTIONS);
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
        queue = Enrolling.queue(factory, clock);
        try (Connection connection = database.asOwner().getConnection()) {
            connection.createStatement().execute(BareRush.SEQUENCE);
        }
        run("""
            insert into crm.organisation (id, uuid, code, name, kind, participant, email, created_at)
            values (1, gen_random_uuid(), 'ORG', 'Nascholing Oost', 'CME_BODY', true, 'nascholing@example.nl', now())""");
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("kring.base-url", "https://kring.example.nl");
        FACTS.setLevel(Level.WARNING);
        try (CrmDatabase database = CrmDatabase.temporary("shared_buffers", "512MB")) {
            new RushBenchmark(database).measure();
        }
    }

    private void measure() throws Exception {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < WARM_UP; ) {
            bare();
            ours();
        }
        javaCpu.clear();
        databaseCpu.clear();
        List<Double> ratios = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        List<Double> services = new ArrayList<>();
        Random order = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = order.nextBoolean();
            double service = first ? ours() : 0;
            double limit = bare();
            service = first ? service : ours();
            limit = (limit + bare()) / 2;
            ratios.add(service / limit);
            limits.add(limit);
            services.add(service);
        }
        System.out.printf(
                Locale.ROOT,
                "rush %d on %d seats, %d connections: limit %.0f/s, service %.0f/s, ratio %.2f (%.2f-%.2f);"
                        + " a decision takes %.1f ms of the processor in Java, %.1f ms in PostgreSQL%n",
                CLIENTS,
                SEATS,
                CONNECTIONS,
                median(limits),
                median(services),
                median(ratios),
                Collections.min(ratios),
                Collections.max(ratios),
                median(javaCpu),
                median(databaseCpu));
        List<Double> spreads = new ArrayList<>();
        List<Double> spreadRatios = new ArrayList<>();
        for (long begin = System.nanoTime(); System.nanoTime() - begin < WARM_UP; ) {
            spread();
        }
        for (int round = 0; round < ROUNDS; round++) {
            double limit = bare();
            double ours = spread();
            spreads.add(ours);
            spreadRatios.add(ours * 2 / (limit + bare()));
        }
        System.out.printf(
                Locale.ROOT,
                "spread over %d editions, one in eleven cancels: service %.0f/s, ratio %.2f (%.2f-%.2f)%n",
                EDITIONS,
                median(spreads),
                median(spreadRatios),
                Collections.min(spreadRatios),
                Collections.max(spreadRatios));
        System.out.printf(
                Locale.ROOT,
                "promotion of %d by one act: %.0f ms; after %d who cancel one by one, %d at a time: %.0f ms; each promoted and mailed once%n",
                2 * CLIENTS,
                median(List.of(promotion(), promotion(), promotion())),
                2 * CLIENTS,
                CONNECTIONS,
                median(List.of(cancellations(), cancellations(), cancellations())));
    }

    /** Milliseconds for passing on many seats at once, with a mail to each. */
    private double promotion() throws Exception {
        long edition = anEdition();
        List<Long> waiting = waiting(edition);
        run("update crm.seat_count set taken = 0, capacity = " + waiting.size() + " where edition_id = " + edition);
        long begin = System.nanoTime();
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            made(EditionNews.class, em, clock, professional(waiting.get(0))).promote(new CapacityChanged(edition));
            em.getTransaction().commit();
        }
        return since(begin, edition, waiting);
    }

    /** Milliseconds for as many who cancel at about the same moment, each of whom makes room for one who waits. */
    private double cancellations() throws Exception {
        long edition = anEdition();
        List<Long> seated = persons();
        seated.addAll(persons());
        put(edition, seated, "'CONFIRMED', null, now()");
        run("update crm.seat_count set taken = 1000, capacity = 1000 where edition_id = " + edition);
        List<Long> waiting = waiting(edition);
        Map<Long, UUID> enrolments = new HashMap<>();
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "select person_id, uuid from crm.enrolment where state = 'CONFIRMED' and edition_id = "
                                        + edition)) {
            while (rows.next()) {
                enrolments.put(rows.getLong(1), rows.getObject(2, UUID.class));
            }
        }
        long begin = System.nanoTime();
        rush(seated, CONNECTIONS, person -> cancel(person, enrolments.get(person)));
        return since(begin, edition, waiting);
    }

    private List<Long> waiting(long edition) throws SQLException {
        List<Long> waiting = persons();
        waiting.addAll(persons());
        put(edition, waiting, "'WAITLISTED', row_number() over (order by id), null");
        return waiting;
    }

    private void put(long edition, List<Long> persons, String state) throws SQLException {
        run(
                "insert into crm.enrolment (id, uuid, edition_id, person_id, state, waiting_place, confirmed_at, price_cents, enrolled_at)"
                        + " select nextval('crm.entity_seq') + 60000000, gen_random_uuid(), " + edition + ", id, "
                        + state
                        + ", 12500, now() from crm.person where id between " + persons.get(0) + " and "
                        + persons.get(persons.size() - 1));
    }

    private double since(long begin, long edition, List<Long> waiting) throws SQLException {
        double taken = (System.nanoTime() - begin) / 1e6;
        String these = " between " + waiting.get(0) + " and " + waiting.get(waiting.size() - 1);
        if (number("select count(*) from crm.enrolment where state = 'OFFERED' and edition_id = " + edition)
                        != waiting.size()
                || number("select count(*) from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id"
                                + " where v.what = 'OFFERED' and e.edition_id = " + edition)
                        != waiting.size()
                || number(
                                "select count(distinct person_id) from crm.message where kind = 'enrolment-offered' and person_id"
                                        + these)
                        != waiting.size()
                || number("select count(*) from crm.message where kind = 'enrolment-offered' and person_id" + these)
                        != waiting.size()) {
            throw new IllegalStateException("Not each was promoted and mailed once");
        }
        return taken;
    }

    /** Decisions a second by bare SQL. */
    private double bare() throws Exception {
        long edition = anEdition();
        run(BareRush.ANEW);
        List<Long> persons = persons();
        return rush(persons, CONNECTIONS, person -> {
            try (Connection connection = pool.getConnection();
                    BareRush bare = new BareRush(connection, SEATS)) {
                bare.decide(edition, person);
            }
        });
    }

    /** Decisions a second by the service; what it gave is checked. */
    private double ours() throws Exception {
        long edition = anEdition();
        UUID uuid = uuid("select uuid from crm.edition where id = " + edition);
        double java =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        double postgres = postgresCpu();
        double speed = rush(persons(), THREADS, person -> enrol(uuid, person));
        javaCpu.add(
                (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6 - java) / CLIENTS);
        databaseCpu.add((postgresCpu() - postgres) / CLIENTS);
        if (number("select count(*) from crm.enrolment where state = 'CONFIRMED' and edition_id = " + edition) != SEATS
                || number("select max(waiting_place) from crm.enrolment where edition_id = " + edition)
                        != CLIENTS - SEATS
                || number(
                                "select count(*) from crm.message m where m.person_id in (select person_id from crm.enrolment where edition_id = "
                                        + edition + ")")
                        != CLIENTS) {
            throw new IllegalStateException("The rush was not decided as it should");
        }
        return speed;
    }

    /** Decisions a second by the service where each edition has few who want it, and one in eleven cancels at once. */
    private double spread() throws Exception {
        List<Long> editions = new ArrayList<>();
        Map<Long, UUID> names = new HashMap<>();
        for (int i = 0; i < EDITIONS; i++) {
            long edition = anEdition();
            editions.add(edition);
            names.put(edition, uuid("select uuid from crm.edition where id = " + edition));
        }
        run("update crm.seat_count set capacity = 3 where edition_id between " + editions.get(0) + " and "
                + editions.get(EDITIONS - 1));
        List<Long> persons = persons();
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        double speed = rush(persons, CONNECTIONS, person -> {
            int turn = turns.getAndIncrement();
            EnrolmentAnswer made = enrol(names.get(editions.get(turn % EDITIONS)), person);
            if (turn % 11 == 0) {
                cancelled.incrementAndGet();
                cancel(person, made.uuid());
            }
        });
        if (number("select count(*) from crm.seat_count s where s.edition_id between " + editions.get(0) + " and "
                        + editions.get(EDITIONS - 1)
                        + " and (s.taken > s.capacity or s.taken <> (select count(*) from crm.enrolment e"
                        + " where e.edition_id = s.edition_id and e.state in ('CONFIRMED', 'OFFERED'))"
                        + " or s.taken < s.capacity and exists (select 1 from crm.enrolment e"
                        + " where e.edition_id = s.edition_id and e.state = 'WAITLISTED'))")
                > 0) {
            throw new IllegalStateException("oversold, or somebody waits beside a free seat");
        }
        return speed * (persons.size() + cancelled.get()) / persons.size();
    }

    private void cancel(long person, UUID enrolment) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            Enrolling.enrolments(em, professional(person), clock).cancel(enrolment);
            em.getTransaction().commit();
        }
    }

    /** Milliseconds that the connections have worked so far, in hundredths of a second. */
    private double postgresCpu() throws Exception {
        double ticks = 0;
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select pid from pg_stat_activity where usename = 'crm_app'")) {
            while (rows.next()) {
                String[] stat = Files.readString(Path.of("/proc/" + rows.getLong(1) + "/stat"))
                        .split(" ");
                ticks += Double.parseDouble(stat[13]) + Double.parseDouble(stat[14]);
            }
        }
        return ticks * 10;
    }

    private EnrolmentAnswer enrol(UUID edition, long person) {
        return queue.enrol(
                edition,
                new EnrolmentRound.Asking(
                        professional(person).identity().orElseThrow(),
                        EnrolmentWish.of(null, UUID.randomUUID().toString())));
    }

    private static CurrentUser professional(long person) {
        Identity identity = new Identity(
                person, UUID.randomUUID(), "a@example.nl", "A", "nl", person, null, EnumSet.of(Role.PROFESSIONAL));
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(identity);
            }
        };
    }

    private interface Decision {
        void take(long person) throws Exception;
    }

    private static double rush(List<Long> persons, int atOnce, Decision decision) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Callable<Void>> works = new ArrayList<>();
            for (long person : persons) {
                works.add(() -> {
                    decision.take(person);
                    return null;
                });
            }
            long begin = System.nanoTime();
            for (Future<Void> done : threads.invokeAll(works)) {
                done.get();
            }
            return persons.size() * 1e9 / (System.nanoTime() - begin);
        } finally {
            threads.shutdown();
        }
    }

    private long anEdition() throws SQLException {
        long course = ++lastId;
        long edition = ++lastId;
        OffsetDateTime start = Instant.now().plus(40, ChronoUnit.DAYS).atOffset(java.time.ZoneOffset.UTC);
        run("insert into crm.course (id, uuid, organiser_id, title, kind, created_at) values (" + course
                + ", gen_random_uuid(), 1, 'Astma', 'TRAINING', now())");
        run(
                "insert into crm.edition (id, uuid, course_id, state, price_cents, waiting_list, starts_at, ends_at, created_at, published_at) values ("
                        + edition + ", gen_random_uuid(), " + course + ", 'OPEN', 12500, true, '" + start + "', '"
                        + start.plusHours(2)
                        + "', now(), now())");
        run("insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at) values (" + (++lastId)
                + ", gen_random_uuid(), " + edition + ", 1, '" + start + "', '" + start.plusHours(2) + "')");
        run("insert into crm.seat_count (edition_id, capacity) values (" + edition + ", " + SEATS + ")");
        return edition;
    }

    private List<Long> persons() throws SQLException {
        long first = lastId + 1;
        lastId += CLIENTS;
        run(
                "insert into crm.person (id, uuid, profession, display_name, email, created_at) select n, gen_random_uuid(), 'GP',"
                        + " 'Persoon ' || n, 'p' || n || '@example.nl', now() from generate_series(" + first + ", "
                        + lastId + ") n");
        List<Long> persons = new ArrayList<>();
        for (long id = first; id <= lastId; id++) {
            persons.add(id);
        }
        return persons;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private UUID uuid(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
