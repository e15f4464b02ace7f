package nl.kring.crm.registry;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.lists.Finder;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * How fast the register answers at four sizes: each kind of question beside the bare SQL that gives the same first page, in
 * rounds of random order, and ten lists with combined filters asked by sixteen users at once.
 */
public final class RegisterBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** A quarter of a machine of 8 GB, as PostgreSQL advises; without it, 128 MB. */
    private static final String BUFFERS = "2GB";

    /** For all, and again for each kind of question, so that the pages of whom it is about are in memory. */
    private static final long WARM_UP = 6_000_000_000L;

    private static final int ROUNDS = 6;
    private static final int REQUESTS = 40;
    private static final int USERS = 16;
    private static final int EACH_USER = 30;
    private static final UUID OWN_FIELD = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final EntityManagerFactory factory;
    private final CrmDatabase database;
    private final Random chance = new Random(7);
    private final List<String[]> persons = new ArrayList<>();
    private final Map<String, Timings> smallest = new HashMap<>();

    private RegisterBenchmark(CrmDatabase database) {
        this.database = database;
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("jakarta.persistence.nonJtaDataSource", database.asApplication());
        settings.put("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_HOLD");
        settings.put("hibernate.type.json_format_mapper", new NoJson());
        factory = Persistence.createEntityManagerFactory("crm", settings);
    }

    public static void main(String[] sizes) throws Exception {
        try (CrmDatabase database = CrmDatabase.temporary("shared_buffers", BUFFERS)) {
            Migrations.migrate(database.asOwner());
            GeneratedRegister register = new GeneratedRegister(database);
            RegisterBenchmark benchmark = new RegisterBenchmark(database);
            for (String size : sizes) {
                long began = System.nanoTime();
                register.growTo(Integer.parseInt(size));
                System.out.printf("%n== %s persons (filled in %.0f s)%n", size, (System.nanoTime() - began) / 1e9);
                benchmark.pick();
                benchmark.kinds();
                benchmark.combinations();
            }
        }
    }

    /** Whom the questions are about. */
    private void pick() throws SQLException {
        persons.clear();
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select big, birth_name, lower(workplace_place), name_key, id, initials from crm.person tablesample bernoulli (100)
                         where big is not null and length(birth_name) > 5 and hashint8(id) % 97 = 0 order by id limit 500""")) {
            while (rows.next()) {
                persons.add(new String[] {
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getString(5),
                    rows.getString(6)
                });
            }
        }
    }

    private String[] somebody() {
        return persons.get(chance.nextInt(persons.size()));
    }

    private record Kind(Callable<?> ours, Callable<?> limit) {}

    private void kinds() throws Exception {
        try (EntityManager em = factory.createEntityManager();
                Connection bare = database.asApplication().getConnection()) {
            PersonSearch search = new PersonSearch(em, TODAY, GeneratedRegister.FEA);
            Finder finder = finder(em);
            String columns =
                    "select p.uuid, p.display_name, p.profession, p.workplace, p.workplace_place, p.big, p.agb from crm.person p where p.merged_into_id is null and ";
            Map<String, Kind> kinds = new LinkedHashMap<>();
            kinds.put(
                    "number",
                    new Kind(
                            () -> ask(
                                    em,
                                    () -> search.find(PersonQuery.named(somebody()[0]), PersonColumns.NO_CELLS, false)),
                            () -> rows(bare, columns + "p.big = ?", somebody()[0])));
            kinds.put(
                    "prefix",
                    new Kind(
                            () -> ask(
                                    em,
                                    () -> search.find(
                                            PersonQuery.named(somebody()[1].substring(0, 5)),
                                            PersonColumns.NO_CELLS,
                                            false)),
                            () -> {
                                String prefix = Folding.fold(somebody()[1].substring(0, 5));
                                return rows(
                                        bare,
                                        columns
                                                + "p.name_key >= ? and p.name_key < ? order by p.name_key, p.id limit 51",
                                        prefix,
                                        prefix + "\uDBFF\uDFFF");
                            }));
            kinds.put(
                    "next page",
                    new Kind(
                            () -> ask(em, () -> {
                                String[] from = somebody();
                                PersonQuery first = PersonQuery.named(null);
                                String cursor =
                                        new PersonCursor(false, 0, from[3], "", Long.parseLong(from[4])).text(first);
                                return search.find(
                                        new PersonQuery(null, null, null, null, null, null, null, cursor),
                                        PersonColumns.NO_CELLS,
                                        false);
                            }),
                            () -> {
                                String[] from = somebody();
                                return rows(
                                        bare,
                                        columns
                                                + "(p.name_key, p.id) > (?, ?::bigint) order by p.name_key, p.id limit 51",
                                        from[3],
                                        from[4]);
                            }));
            kinds.put(
                    "two words",
                    new Kind(
                            () -> ask(
                                    em,
                                    () -> search.find(
                                            PersonQuery.named(somebody()[1] + " " + somebody()[2]),
                                            PersonColumns.NO_CELLS,
                                            false)),
                            () -> rows(
                                    bare,
                                    columns
                                            + "p.search_text like ? and p.search_text like ? order by p.name_key, p.id limit 51",
                                    "%" + Folding.fold(somebody()[1]) + "%",
                                    "%" + somebody()[2] + "%")));
            kinds.put(
                    "box, one slip",
                    new Kind(
                            () -> ask(em, () -> finder.find(somebody()[5] + " " + slip(somebody()[1]))),
                            () -> rows(
                                    bare,
                                    columns + "p.search_text like ? order by p.name_key, p.id limit 51",
                                    "%" + Folding.fold(somebody()[1]) + "%")));
            long until = System.nanoTime() + WARM_UP;
            while (System.nanoTime() < until) {
                for (Kind kind : kinds.values()) {
                    kind.ours().call();
                }
            }
            System.out.printf(
                    "%-14s %9s %9s %9s %9s %9s %9s   %-28s %s%n",
                    "question",
                    "limit p50",
                    "p50",
                    "p95",
                    "slowest",
                    "CPU mean",
                    "CPU p95",
                    "p50 / limit (range)",
                    "p95 and CPU p95 / smallest size");
            long ours = process(em);
            long limit = process(bare);
            for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
                measure(kind.getKey(), kind.getValue(), ours, limit);
            }
        }
    }

    private static long process(EntityManager em) {
        return ((Number) em.createNativeQuery("select pg_backend_pid()").getSingleResult()).longValue();
    }

    private static long process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void measure(String name, Kind kind, long oursProcess, long limitProcess) throws Exception {
        long until = System.nanoTime() + WARM_UP;
        while (System.nanoTime() < until) {
            kind.ours().call();
            kind.limit().call();
        }
        Timings limits = new Timings();
        Timings ours = new Timings();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Timings mine = new Timings();
            Timings bare = new Timings();
            boolean oursFirst = chance.nextBoolean();
            for (boolean our : new boolean[] {oursFirst, !oursFirst}) {
                for (int i = 0; i < REQUESTS; i++) {
                    (our ? mine : bare).request(our ? kind.ours() : kind.limit(), our ? oursProcess : limitProcess);
                }
            }
            ratios.add(mine.time(0.5) / bare.time(0.5));
            ours.addAll(mine);
            limits.addAll(bare);
        }
        smallest.putIfAbsent(name, ours);
        System.out.printf(
                "%-14s %7.2fms %7.2fms %7.2fms %7.2fms %7.2fms %7.2fms   %-28s %.1f and %.1f%n",
                name,
                limits.time(0.5),
                ours.time(0.5),
                ours.time(0.95),
                ours.time(1),
                ours.cpu(),
                ours.cpu(0.95),
                "%.1f (%.1f to %.1f)".formatted(Timings.at(ratios, 0.5), Timings.at(ratios, 0), Timings.at(ratios, 1)),
                ours.time(0.95) / smallest.get(name).time(0.95),
                ours.cpu(0.95) / smallest.get(name).cpu(0.95));
    }

    private static Map<String, PersonQuery> filters() {
        Map<String, PersonQuery> filters = new LinkedHashMap<>();
        PersonFilter owner = PersonFilter.doing(AffiliationRole.PRACTICE_OWNER);
        filters.put("owners in Hengelo", list(null, null, "Hengelo", null, null, owner));
        filters.put(
                "owners in Hengelo on 1-1-2022", list(null, null, "Hengelo", LocalDate.of(2022, 1, 1), null, owner));
        filters.put(
                "GPs without AGB",
                list(
                        null,
                        Profession.GP,
                        null,
                        null,
                        null,
                        new PersonFilter(null, null, null, null, MissingData.AGB, null, null)));
        filters.put(
                "members of LHV by place",
                list(null, null, null, null, "place", new PersonFilter(null, null, "LHV", null, null, null, null)));
        filters.put(
                "board and THOON (rare and rare)",
                list(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new PersonFilter(AffiliationRole.BOARD_MEMBER, null, "THOON", null, null, null, null)));
        filters.put(
                "pharmacist who is an owner, THOON, Losser (rare and rare)",
                list(
                        null,
                        Profession.PHARMACIST,
                        "Losser",
                        null,
                        null,
                        new PersonFilter(AffiliationRole.PRACTICE_OWNER, null, "THOON", null, null, null, null)));
        filters.put(
                "register FEA, no e-mail",
                list(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new PersonFilter(null, null, null, "FEA", MissingData.EMAIL, null, null)));
        filters.put(
                "own column halal, GPs",
                list(
                        null,
                        Profession.GP,
                        null,
                        null,
                        null,
                        new PersonFilter(null, null, null, null, null, OWN_FIELD, "halal")));
        filters.put(
                "jansen, assistants, Enschede",
                list("jansen", Profession.DOCTORS_ASSISTANT, "Enschede", null, null, null));
        filters.put(
                "no workplace, by profession",
                list(
                        null,
                        null,
                        null,
                        null,
                        "profession",
                        new PersonFilter(null, null, null, null, MissingData.WORKPLACE, null, null)));
        return filters;
    }

    private static PersonQuery list(
            String q, Profession profession, String municipality, LocalDate asOf, String sort, PersonFilter filter) {
        return new PersonQuery(q, null, profession, municipality, asOf, sort, null, null, filter);
    }

    private void combinations() throws Exception {
        Map<String, List<Double>> times = new ConcurrentHashMap<>();
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        List<Callable<Void>> work = new ArrayList<>();
        List<Map.Entry<String, PersonQuery>> filters = new ArrayList<>(filters().entrySet());
        for (int user = 0; user < USERS; user++) {
            Random order = new Random(user);
            work.add(() -> {
                try (EntityManager em = factory.createEntityManager()) {
                    PersonSearch search = new PersonSearch(em, TODAY, GeneratedRegister.FEA);
                    for (int i = -5; i < EACH_USER; i++) {
                        Map.Entry<String, PersonQuery> filter = filters.get(order.nextInt(filters.size()));
                        long began = System.nanoTime();
                        ask(em, () -> search.find(filter.getValue(), PersonColumns.USUAL, true));
                        if (i >= 0) {
                            times.computeIfAbsent(
                                            filter.getKey(), each -> Collections.synchronizedList(new ArrayList<>()))
                                    .add((System.nanoTime() - began) / 1e6);
                        }
                    }
                }
                return null;
            });
        }
        for (var done : users.invokeAll(work)) {
            done.get();
        }
        users.shutdown();
        System.out.printf(
                "%-60s %10s %10s %10s%n", "first page with its count, 16 users at once", "p50", "p95", "slowest");
        List<Double> all = new ArrayList<>();
        for (Map.Entry<String, PersonQuery> filter : filters) {
            List<Double> these = times.getOrDefault(filter.getKey(), List.of(0.0));
            all.addAll(these);
            System.out.printf(
                    "%-60s %8.1fms %8.1fms %8.1fms%n",
                    filter.getKey(), Timings.at(these, 0.5), Timings.at(these, 0.95), Timings.at(these, 1));
        }
        System.out.printf(
                "%-60s %8.1fms %8.1fms %8.1fms%n",
                "all ten", Timings.at(all, 0.5), Timings.at(all, 0.95), Timings.at(all, 1));
    }

    private static <T> T ask(EntityManager em, Callable<T> question) throws Exception {
        em.getTransaction().begin();
        try {
            return question.call();
        } finally {
            em.getTransaction().commit();
            em.clear();
        }
    }

    private static int rows(Connection bare, String sql, String... values) throws SQLException {
        try (PreparedStatement query = bare.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            int found = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found += rows.getString(2).length() > 0 ? 1 : 0;
                }
            }
            return found;
        }
    }

    private String slip(String name) {
        int at = 1 + chance.nextInt(name.length() - 2);
        return name.substring(0, at) + name.substring(at + 1);
    }

    private static Finder finder(EntityManager em) {
        CurrentUser nobody = new CurrentUser() {
            @Override
            public boolean has(Role role) {
                return false;
            }
        };
        return wired(new Finder(), em, nobody);
    }
}
