package nl.kring.crm.registry.affiliation;

import static nl.kring.crm.database.Wired.wired;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** The real database with a small region in it, and the boundaries as a container would wire them for a caller. */
final class RegionFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final long FEA = 1;
    static final long THOON = 2;
    static final long LHV = 3;
    static final long CHPA = 4;
    static final long PRACTICE = 11;
    static final long OTHER_PRACTICE = 12;
    static final long GP_GROUP = 13;
    static final long POST = 14;

    private static CrmDatabase database;
    private static EntityManagerFactory factory;
    private static long lastId = 1000;

    private final List<Object> events = new ArrayList<>();
    private final List<UUID> closed = new ArrayList<>();
    private Clock clock = at(TODAY);
    private Identity caller;

    RegionFixture() throws Exception {
        open();
        try (Connection owner = database.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("truncate crm.person, crm.organisation, crm.account cascade");
        }
        sql("""
                insert into crm.organisation (id, uuid, code, name, kind, participant, created_at) values
                  (1, gen_random_uuid(), 'FEA', 'Federatie', 'CARE_GROUP', true, now()),
                  (2, gen_random_uuid(), 'THOON', 'Onderneming', 'CARE_GROUP', true, now()),
                  (3, gen_random_uuid(), 'LHV', 'Kring', 'REGIONAL_ASSOCIATION', true, now()),
                  (4, gen_random_uuid(), 'CHPA', 'Dienst', 'OUT_OF_HOURS_SERVICE', true, now()),
                  (11, gen_random_uuid(), null, 'De Eik', 'PRACTICE', false, now()),
                  (12, gen_random_uuid(), null, 'De Linde', 'PRACTICE', false, now()),
                  (13, gen_random_uuid(), null, 'HAGRO Oost', 'GP_GROUP', false, now()),
                  (14, gen_random_uuid(), null, 'Post Almelo', 'OUT_OF_HOURS_POST', false, now())""");
        worksFor(FEA);
    }

    private static synchronized void open() throws Exception {
        if (database == null) {
            database = CrmDatabase.temporary();
            Migrations.migrate(database.asOwner());
            Map<String, Object> settings = new HashMap<>();
            settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            settings.put("jakarta.persistence.jtaDataSource", null);
            settings.put("jakarta.persistence.nonJtaDataSource", database.asApplication());
            settings.put("hibernate.type.json_format_mapper", new NoJson());
            factory = Persistence.createEntityManagerFactory("crm", settings);
        }
    }

    // --- who asks, and when

    void worksFor(long organisation) {
        caller = identity(organisation, null, EnumSet.of(Role.STAFF));
    }

    void isProfessional(long person) {
        caller = identity(null, person, EnumSet.of(Role.PROFESSIONAL));
    }

    void isPlatformAdmin() {
        caller = identity(null, null, EnumSet.of(Role.PLATFORM_ADMIN));
    }

    void on(LocalDate day) {
        clock = at(day);
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(Instant.parse(day + "T09:00:00Z"), ZoneOffset.UTC);
    }

    private static Identity identity(Long organisation, Long person, Set<Role> roles) {
        return new Identity(
                77L, UUID.randomUUID(), "wie@example.nl", "Wie", "nl", person, organisation, Set.copyOf(roles));
    }

    // --- the boundaries

    <T> T affiliations(Function<Affiliations, T> work) {
        return with(Affiliations::new, work);
    }

    <T> T memberships(Function<Memberships, T> work) {
        return with(Memberships::new, work);
    }

    <T> T absences(Function<Absences, T> work) {
        return with(Absences::new, work);
    }

    UUID undo(Change change) {
        return with(Changes::new, changes -> changes.undo(change.uuid()));
    }

    int derive(Long... persons) {
        return with(DerivedAffiliations::new, derived -> derived.derive(List.of(persons)));
    }

    /** One transaction of one caller, as a boundary's call is. */
    <B, T> T with(Supplier<B> boundary, Function<B, T> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            Caller who = new Caller(caller);
            AuditTrail audit = wired(new AuditTrail(), em, clock, who);
            Stewardship stewardship = wired(new Stewardship(), em, clock, who);
            GoldenRecords golden = new AsGiven();
            Ledger ledger = wired(new Ledger(), em, clock, who, stewardship, audit, golden, event());
            Persons persons = wired(new Persons(), em, clock, who, audit);
            T result = work.apply(
                    wired(boundary.get(), em, clock, who, audit, ledger, stewardship, golden, persons, new Closing()));
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    List<Object> events() {
        return events;
    }

    List<UUID> closedAccounts() {
        return closed;
    }

    // --- what is in the database

    long person(String name) {
        long id = ++lastId;
        sql("insert into crm.person (id, uuid, created_at, birth_name, display_name, sort_name, profession) values ("
                + id + ", gen_random_uuid(), now(), '" + name + "', '" + name + "', '" + name.toLowerCase()
                + "', 'GP')");
        return id;
    }

    UUID uuid(long id) {
        return UUID.fromString(rows("select uuid from crm.person where id = " + id
                        + " union all select uuid from crm.organisation where id = " + id)
                .get(0));
    }

    /** A row of a register that names a workplace. */
    long row(String register, long organisation, int rank, long person, Long workplace, String more) {
        long id = ++lastId;
        sql("""
                insert into crm.source_record (id, uuid, register_id, register_code, organisation_id, source_rank, source_key,
                  person_id, linked_how, run_id, row_number, raw, content_hash, private_fields, delivered_at, workplace_id)
                values (%d, gen_random_uuid(), %d, '%s', %d, %d, 'K%d', %d, 'NEW', 1, 1, '{}', '', '{}',
                        '2026-01-01T00:00:00Z', %s)""".formatted(id, organisation, register, organisation, rank, id, person, workplace));
        if (more != null) {
            sql("update crm.source_record set " + more + " where id = " + id);
        }
        return id;
    }

    static void sql(String sql) {
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> rows(String query) {
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int at = 1; at <= found.getMetaData().getColumnCount(); at++) {
                    cells.add(String.valueOf(found.getString(at)));
                }
                rows.add(String.join(" ", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- what a container does

    private Event<?> event() {
        Consumer<Object> told = events::add;
        return (Event<?>) Proxy.newProxyInstance(
                RegionFixture.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    told.accept(arguments[0]);
                    return null;
                });
    }

    private static final class Caller extends CurrentUser {

        private final Identity identity;

        private Caller(Identity identity) {
            this.identity = identity;
        }

        @Override
        public Optional<Identity> identity() {
            return Optional.of(identity);
        }
    }

    private final class Closing extends Accounts {

        @Override
        public void setActive(UUID account, boolean active) {
            if (active) {
                closed.remove(account);
            } else {
                closed.add(account);
            }
        }
    }

    /** The persons here are written as they are shown, and nothing is said that they could be derived from. */
    private static final class AsGiven extends GoldenRecords {

        @Override
        public int derive(Collection<Long> personIds) {
            return 0;
        }
    }
}
