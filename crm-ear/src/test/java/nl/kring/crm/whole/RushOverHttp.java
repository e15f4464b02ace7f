package nl.kring.crm.whole;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.enrolment.BareRush;
import org.postgresql.ds.PGPoolingDataSource;

/**
 * The rush on a product that runs ({@code ./mvnw -Prun}): 500 clients on one edition of 100 seats over REST and through the page of
 * enrolling, and over REST spread over 100 editions with one in ten cancelling, each by what bare SQL makes on the same database in
 * the same run. Arguments: address of the product; address of the database; a key of the platform's administrator; which of rest, pages and spread, with commas. It
 * leaves courses and persons behind: start the product anew afterwards.
 */
public final class RushOverHttp {

    private static final String API = "/api/v1";
    private static final int CLIENTS = 500;
    private static final int SEATS = 100;
    private static final int CONNECTIONS = 32;
    private static final int EDITIONS = 100;
    private static final int ROUNDS = 5;
    private static final long WARM_UP = 120_000_000_000L;
    private static final Map<String, String> ENROLLING =
            Map.of("enrol", "enrol", "enrol:submit", "", "enrol:payer", "SELF");
    private static final Pattern UUID_OF = Pattern.compile("\"uuid\":\"([^\"]+)\"");

    /** Somebody of the register, with an account. */
    private record Client(long id, UUID uuid, String email) {}

    private record Course(long id, UUID uuid) {}

    private interface Decision {
        void take(Client client) throws Exception;
    }

    /** Decisions a second, and how long the last of them waited. */
    private record Speed(double perSecond, double lastSeconds) {}

    private final String address;
    private final String token;
    private final PGPoolingDataSource pool = new PGPoolingDataSource();
    private final Map<Client, Wire> wires = new HashMap<>();
    private final Map<Client, String> cookies = new HashMap<>();
    /** In hours; each course at a time of its own, for who enrols is shown what else he or she has at that time. */
    private final AtomicInteger begins = new AtomicInteger(1_000);

    private final Random chance = new Random(7);
    private final List<String> parts;

    private RushOverHttp(String[] arguments) {
        address = arguments[0].replaceAll("/$", "");
        pool.setURL(arguments[1]);
        pool.setUser("crm_owner");
        pool.setPassword(CrmDatabase.PASSWORD);
        pool.setMaxConnections(CONNECTIONS);
        token = arguments[2];
        parts = arguments.length > 3 ? List.of(arguments[3].split(",")) : List.of("rest", "pages", "spread");
    }

    public static void main(String[] arguments) throws Exception {
        new RushOverHttp(arguments).run();
    }

    private void run() throws Exception {
        execute(BareRush.SEQUENCE);
        List<Client> clients = clients();
        if (parts.contains("pages")) {
            signIn(clients);
        }
        for (long begin = System.nanoTime(); System.nanoTime() - begin < WARM_UP; ) {
            bare(clients);
            for (String what : parts) {
                ours(what, clients);
            }
        }
        Map<String, List<Speed>> all = new java.util.TreeMap<>();
        Map<String, List<Double>> ratios = new java.util.TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> order = new ArrayList<>(parts);
            Collections.shuffle(order, chance);
            double limit = bare(clients).perSecond();
            for (String what : order) {
                Speed ours = ours(what, clients);
                double after = bare(clients).perSecond();
                all.computeIfAbsent(what, key -> new ArrayList<>()).add(ours);
                all.computeIfAbsent("limit", key -> new ArrayList<>()).add(new Speed(after, 0));
                ratios.computeIfAbsent(what, key -> new ArrayList<>()).add(ours.perSecond() * 2 / (limit + after));
                limit = after;
            }
        }
        all.forEach((what, speeds) -> System.out.printf(
                Locale.ROOT,
                "%-6s %.0f/s, last answer after %.2f s, ratio %s%n",
                what,
                median(speeds.stream().map(Speed::perSecond).toList()),
                median(speeds.stream().map(Speed::lastSeconds).toList()),
                what.equals("limit")
                        ? "1"
                        : "%.2f (%.2f-%.2f)"
                                .formatted(
                                        median(ratios.get(what)),
                                        Collections.min(ratios.get(what)),
                                        Collections.max(ratios.get(what)))));
    }

    private void signIn(List<Client> clients) throws Exception {
        ExecutorService signing = Executors.newFixedThreadPool(2);
        List<Future<String>> doors = new ArrayList<>();
        for (Client client : clients) {
            doors.add(signing.submit(
                    () -> Screens.signedIn(address, client.email()).cookies()));
        }
        for (int i = 0; i < doors.size(); i++) {
            cookies.put(clients.get(i), doors.get(i).get());
        }
        signing.shutdown();
    }

    private Speed ours(String what, List<Client> clients) throws Exception {
        return switch (what) {
            case "rest" -> rest(clients);
            case "pages" -> pages(clients);
            default -> spread(clients);
        };
    }

    private Speed bare(List<Client> clients) throws Exception {
        Course course = course(SEATS);
        execute(BareRush.ANEW);
        return rush(clients, CONNECTIONS, client -> {
            try (Connection connection = pool.getConnection();
                    BareRush bare = new BareRush(connection, SEATS)) {
                bare.decide(course.id(), client.id());
            }
        });
    }

    /** With a key, as other software; or with the cookies of who signed in. What was idle for long the server has closed. */
    private void connect(List<Client> clients, boolean software) throws IOException {
        for (Client client : clients) {
            Wire before = wires.put(
                    client,
                    software
                            ? new Wire(
                                    address,
                                    "Authorization: Bearer " + token,
                                    "Accept: application/json",
                                    "Content-Type: application/json")
                            : new Wire(
                                    address,
                                    "Cookie: " + cookies.get(client),
                                    "Content-Type: application/x-www-form-urlencoded"));
            if (before != null) {
                before.close();
            }
        }
    }

    private Speed rest(List<Client> clients) throws Exception {
        connect(clients, true);
        Course course = course(SEATS);
        Speed speed = rush(clients, CLIENTS, client -> enrol(course, client));
        check(course);
        return speed;
    }

    private Speed pages(List<Client> clients) throws Exception {
        connect(clients, false);
        Course course = course(SEATS);
        String page = "/enrolment/enrol.xhtml?id=" + course.uuid();
        Speed speed = rush(clients, CLIENTS, client -> {
            Wire wire = wires.get(client);
            Wire.Answer answer = wire.send(
                    "POST", page, Screens.formOf(wire.send("GET", page, "").text(), ENROLLING));
            if (!answer.location().contains("my-enrolments")) {
                throw new IllegalStateException(
                        "enrolling answered " + answer.status() + " " + answer.location() + " " + answer.text());
            }
        });
        check(course);
        return speed;
    }

    private Speed spread(List<Client> clients) throws Exception {
        connect(clients, true);
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < EDITIONS; i++) {
            courses.add(course(3));
        }
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        Speed speed = rush(clients, CONNECTIONS, client -> {
            int turn = turns.getAndIncrement();
            String made = enrol(courses.get(turn % EDITIONS), client);
            if (turn % 11 == 0) {
                cancelled.incrementAndGet();
                cancel(client, made);
            }
        });
        String these =
                courses.stream().map(course -> String.valueOf(course.id())).collect(Collectors.joining(","));
        if (number("select count(*) from crm.seat_count s where s.edition_id in (" + these
                                + ") and (s.taken > s.capacity or s.taken <> (select count(*) from crm.enrolment e"
                                + " where e.edition_id = s.edition_id and e.state in ('CONFIRMED', 'OFFERED')))")
                        > 0
                || number("select count(*) from crm.seat_count s where s.edition_id in (" + these
                                + ") and s.taken < s.capacity and exists (select 1 from crm.enrolment e"
                                + " where e.edition_id = s.edition_id and e.state = 'WAITLISTED')")
                        > 0) {
            throw new IllegalStateException("oversold, or somebody waits beside a free seat");
        }
        int decisions = clients.size() + cancelled.get();
        return new Speed(decisions / speed.lastSeconds(), speed.lastSeconds());
    }

    private String enrol(Course course, Client client) throws IOException {
        Wire.Answer answer = wires.get(client)
                .send(
                        "POST",
                        API + "/editions/" + course.uuid() + "/enrolments",
                        "{\"person\":\"" + client.uuid() + "\"}",
                        "Idempotency-Key: " + UUID.randomUUID());
        if (answer.status() != 201) {
            throw new IllegalStateException("enrolling answered " + answer.status() + " " + answer.text());
        }
        return answer.text();
    }

    private void cancel(Client client, String made) throws IOException {
        Matcher uuid = UUID_OF.matcher(made);
        if (!uuid.find()
                || wires.get(client)
                                .send("DELETE", API + "/enrolments/" + uuid.group(1), "")
                                .status()
                        != 200) {
            throw new IllegalStateException("not cancelled: " + made);
        }
    }

    private void check(Course course) throws SQLException {
        if (number("select count(*) from crm.enrolment where state = 'CONFIRMED' and edition_id = " + course.id())
                        != SEATS
                || number("select max(waiting_place) from crm.enrolment where edition_id = " + course.id())
                        != CLIENTS - SEATS) {
            throw new IllegalStateException("The rush was not decided as it should");
        }
    }

    private static Speed rush(List<Client> clients, int atOnce, Decision decision) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Callable<Void>> works = new ArrayList<>();
            for (Client client : clients) {
                works.add(() -> {
                    decision.take(client);
                    return null;
                });
            }
            long begin = System.nanoTime();
            for (Future<Void> done : threads.invokeAll(works)) {
                done.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Speed(clients.size() / seconds, seconds);
        } finally {
            threads.shutdown();
        }
    }

    /** People of the register who have an account with the password of the demo's. */
    private List<Client> clients() throws SQLException {
        if (number("select count(*) from crm.person where sort_name like 'drukte %'") == 0) {
            make();
        }
        List<Client> clients = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "select id, uuid, email from crm.person where sort_name like 'drukte %' order by id")) {
            while (rows.next()) {
                clients.add(new Client(rows.getLong(1), rows.getObject(2, UUID.class), rows.getString(3)));
            }
        }
        return clients;
    }

    private void make() throws SQLException {
        execute("""
                with made as (
                  insert into crm.person (id, uuid, profession, display_name, sort_name, email, created_at)
                  select nextval('crm.entity_seq') + 50000000, gen_random_uuid(), 'GP', 'Fictief Drukte ' || n, 'drukte ' || n,
                         'drukte' || n || '@example.nl', now() from generate_series(1, %d) n
                  returning id, display_name, email)
                insert into crm.account (id, uuid, email, display_name, password_hash, person_id, created_at)
                select nextval('crm.entity_seq') + 50000000, gen_random_uuid(), m.email, m.display_name, a.password_hash, m.id, now()
                  from made m, crm.account a where a.email = 'huisarts@example.nl'
                """.formatted(CLIENTS));
    }

    private Course course(int seats) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet row = connection.createStatement().executeQuery("""
                        with c as (
                          insert into crm.course (id, uuid, organiser_id, title, kind, created_at)
                          select nextval('crm.entity_seq') + 50000000, gen_random_uuid(), id, 'Drukte', 'TRAINING', now()
                            from crm.organisation where code = 'FEA' returning id),
                        e as (
                          insert into crm.edition (id, uuid, course_id, state, price_cents, waiting_list, starts_at, ends_at, created_at, published_at)
                          select nextval('crm.entity_seq') + 50000000, gen_random_uuid(), id, 'OPEN', 12500, true,
                                 now() + interval '%1$d hours', now() + interval '%1$d hours' + interval '2 hours', now(), now() from c returning id, uuid, starts_at, ends_at),
                        s as (
                          insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)
                          select nextval('crm.entity_seq') + 50000000, gen_random_uuid(), id, 1, starts_at, ends_at from e),
                        n as (insert into crm.seat_count (edition_id, capacity) select id, %2$d from e)
                        select id, uuid from e""".formatted(begins.addAndGet(3), seats))) {
            row.next();
            return new Course(row.getLong(1), row.getObject(2, UUID.class));
        }
    }

    private void execute(String sql) throws SQLException {
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

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
