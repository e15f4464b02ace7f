package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;

import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.Jobs;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.affiliation.BareDepartures;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.registry.merging.BareMerges;
import nl.kring.crm.registry.organisation.Workplaces;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** A real, migrated database with the shipped registers, and runs as a job would do them, without a container. */
final class IntakeFixture {

    static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private static CrmDatabase database;
    private static EntityManagerFactory factory;

    private IntakeFixture() {}

    /** Works on a database with settings of its own. */
    static synchronized void on(CrmDatabase started) throws SQLException, IOException {
        database = started;
        Migrations.migrate(database.asOwner());
        attach(database.asApplication());
        reset();
    }

    /** Empties everything and makes the organisations and registers that are there from the start. */
    static synchronized void reset() throws SQLException, IOException {
        if (database == null) {
            database = CrmDatabase.temporary();
            Migrations.migrate(database.asOwner());
            attach(database.asApplication());
        }
        try (Connection owner = database.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("truncate crm.person, crm.organisation, crm.source_register cascade");
            for (RegisterDefinition register : ShippedRegisters.definitions()) {
                statement.execute("""
                        insert into crm.organisation (id, uuid, code, name, kind, participant, created_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), '%s', '%s', 'OTHER', true, now())""".formatted(register.code(), register.code()));
            }
        }
        ShippedRegisters.definitions().forEach(IntakeFixture::create);
    }

    /**
     * What the server does of itself within a minute. A plan that was made while it still believes that there is nobody, because it
     * counted between the emptying and the filling, asks each row of each and does not end.
     */
    static void counted() {
        try (Connection owner = database.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("analyze crm.person, crm.source_record, crm.statement");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Works on a database that somebody else started and filled. */
    static void attach(DataSource application) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("jakarta.persistence.nonJtaDataSource", application);
        settings.put("hibernate.type.json_format_mapper", new NoJson());
        factory = Persistence.createEntityManagerFactory("crm", settings);
    }

    static DataSource application() {
        return database.asApplication();
    }

    static String url() {
        return database.url();
    }

    static Connection connect() throws SQLException {
        return database.asOwner().getConnection();
    }

    static void create(RegisterDefinition definition) {
        inTransaction(em -> {
            Long organisation = (Long) em.createQuery("select o.id from Organisation o where o.code = :code")
                    .setParameter("code", definition.organisation())
                    .getSingleResult();
            SourceRegister register = new SourceRegister(
                    definition,
                    definition.code(),
                    organisation,
                    definition.sourceRank() == null ? 100 : definition.sourceRank(),
                    TODAY.instant());
            register.map(definition.columns());
            em.persist(register);
            return register;
        });
    }

    /** Brings a file in as the job does, and answers the run as it ended. */
    static ImportRun bringIn(String register, byte[] content, ImportMode mode) {
        return bringIn(register, content, mode, Integer.MAX_VALUE);
    }

    /** The same, with somebody asking to stop after a number of reports. */
    static ImportRun bringIn(String register, byte[] content, ImportMode mode, int stopAfter) {
        return work(queued(register, content, mode), stopAfter);
    }

    /** A run whose job nobody has taken yet. */
    static UUID queued(String register, byte[] content, ImportMode mode) {
        return inTransaction(em -> {
            SourceRegister found = em.createQuery(
                            "select r from SourceRegister r where r.code = :code", SourceRegister.class)
                    .setParameter("code", register)
                    .getSingleResult();
            ImportRun run = new ImportRun(found, mode, "file", new byte[] {1}, null, TODAY.instant());
            em.persist(run);
            em.flush();
            em.createNativeQuery("insert into crm.import_file (run_id, content) values (:run, :content)")
                    .setParameter("run", run.getId())
                    .setParameter("content", content)
                    .executeUpdate();
            return run.getUuid();
        });
    }

    /** What staff of the register's organisation do with runs. */
    static <T> T asStaff(String organisation, BiFunction<Imports, Deliveries, T> act) {
        return inTransaction(em -> {
            CurrentUser staff =
                    new StaffOf((Long) em.createQuery("select o.id from Organisation o where o.code = :code")
                            .setParameter("code", organisation)
                            .getSingleResult());
            AuditTrail audit = wired(new AuditTrail(), em, TODAY, staff);
            SessionContext context = (SessionContext) Proxy.newProxyInstance(
                    IntakeFixture.class.getClassLoader(),
                    new Class<?>[] {SessionContext.class},
                    (proxy, method, arguments) -> false);
            Event<?> toNobody = (Event<?>) Proxy.newProxyInstance(
                    IntakeFixture.class.getClassLoader(),
                    new Class<?>[] {Event.class},
                    (proxy, method, arguments) -> null);
            Registers registers = wired(new Registers(), em, TODAY, staff, context, audit);
            Imports imports = wired(
                    new Imports(), em, TODAY, staff, context, audit, registers, wired(new Jobs(), em, TODAY, toNobody));
            return act.apply(
                    imports,
                    wired(
                            new Deliveries(),
                            em,
                            TODAY,
                            staff,
                            context,
                            audit,
                            writer(em),
                            BareDepartures.of(em, TODAY, staff, audit)));
        });
    }

    /** What an organisation gets back. */
    static <T> T withHandBacks(String organisation, Function<HandBacks, T> act) {
        return inTransaction(em -> {
            CurrentUser staff =
                    new StaffOf((Long) em.createQuery("select o.id from Organisation o where o.code = :code")
                            .setParameter("code", organisation)
                            .getSingleResult());
            AuditTrail audit = wired(new AuditTrail(), em, TODAY, staff);
            SessionContext context = (SessionContext) Proxy.newProxyInstance(
                    IntakeFixture.class.getClassLoader(),
                    new Class<?>[] {SessionContext.class},
                    (proxy, method, arguments) -> false);
            return act.apply(wired(
                    new HandBacks(),
                    em,
                    TODAY,
                    audit,
                    wired(new Registers(), em, TODAY, staff, context, audit),
                    wired(new SourceRecords(), em)));
        });
    }

    /** What staff of the register's organisation do with its columns. */
    static <T> T withMappings(String organisation, Function<Mappings, T> act) {
        return inTransaction(em -> {
            CurrentUser staff =
                    new StaffOf((Long) em.createQuery("select o.id from Organisation o where o.code = :code")
                            .setParameter("code", organisation)
                            .getSingleResult());
            AuditTrail audit = wired(new AuditTrail(), em, TODAY, staff);
            SessionContext context = (SessionContext) Proxy.newProxyInstance(
                    IntakeFixture.class.getClassLoader(),
                    new Class<?>[] {SessionContext.class},
                    (proxy, method, arguments) -> false);
            return act.apply(wired(
                    new Mappings(),
                    em,
                    TODAY,
                    staff,
                    audit,
                    wired(new Registers(), em, TODAY, staff, context, audit),
                    wired(new SourceRecords(), em),
                    wired(new GoldenRecords(), em, TODAY)));
        });
    }

    /** The job of a run that was queued. */
    static ImportRun work(UUID uuid) {
        return work(uuid, Integer.MAX_VALUE);
    }

    private static ImportRun work(UUID uuid, int stopAfter) {
        new Work().run(uuid, new Stopping(stopAfter));
        return inTransaction(em -> em.createQuery(
                        "select r from ImportRun r join fetch r.register where r.uuid = :uuid", ImportRun.class)
                .setParameter("uuid", uuid)
                .getSingleResult());
    }

    static List<ImportProblem> problems(ImportRun run, boolean refused) {
        return inTransaction(em -> em.createQuery(
                        "select p from ImportProblem p where p.runId = :run and p.refused = :refused order by p.rowNumber",
                        ImportProblem.class)
                .setParameter("run", run.getId())
                .setParameter("refused", refused)
                .getResultList());
    }

    static <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
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

    /** Rows of a query as text, cells with a bar between. */
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
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String statement) {
        try (Connection connection = database.asApplication().getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] demo(String file) {
        try (InputStream in = IntakeFixture.class.getResourceAsStream("/demo/registers/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] text(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Each step of the desk in a transaction of its own, as the container does it. */
    private static final class Work {

        void run(UUID uuid, JobProgress progress) {
            ImportDesk steps = new StepByStep();
            wired(new ImportWork(), steps, TODAY).run(uuid, progress);
        }
    }

    private static final class StepByStep extends ImportDesk {

        @Override
        public Task start(UUID uuid) {
            return step(desk -> desk.start(uuid));
        }

        @Override
        public void put(UUID uuid, List<TypedRow> kept, List<RowProblem> problems, int read, int refused) {
            step(desk -> {
                desk.put(uuid, kept, problems, read, refused);
                return null;
            });
        }

        @Override
        public void finish(Task task, Rows rows, Phases phases, ImportSteps steps) {
            step(desk -> {
                desk.finish(task, rows, phases, steps);
                return null;
            });
        }

        @Override
        public void refuse(UUID uuid, BusinessException refusal) {
            step(desk -> {
                desk.refuse(uuid, refusal);
                return null;
            });
        }

        @Override
        public void cancel(UUID uuid) {
            step(desk -> {
                desk.cancel(uuid);
                return null;
            });
        }

        @Override
        public void fail(UUID uuid) {
            step(desk -> {
                desk.fail(uuid);
                return null;
            });
        }

        private <T> T step(Function<ImportDesk, T> step) {
            return inTransaction(em -> step.apply(
                    wired(new ImportDesk(), em, TODAY, writer(em), wired(new AuditTrail(), em, TODAY, new Nobody()))));
        }
    }

    private static DeliveryWriter writer(EntityManager em) {
        return wired(
                new DeliveryWriter(),
                em,
                TODAY,
                wired(new SourceRecords(), em),
                wired(new Workplaces(), em, TODAY),
                wired(new GoldenRecords(), em, TODAY),
                wired(new DerivedAffiliations(), em, TODAY, wired(new GoldenRecords(), em, TODAY)),
                BareMerges.of(em, TODAY, new Nobody(), wired(new AuditTrail(), em, TODAY, new Nobody())));
    }

    /** A job has no caller. */
    private static final class Nobody extends CurrentUser {

        @Override
        public Long accountId() {
            return null;
        }

        @Override
        public Long organisationId() {
            return null;
        }
    }

    private static final class StaffOf extends CurrentUser {

        private final Long organisation;

        private StaffOf(Long organisation) {
            this.organisation = organisation;
        }

        @Override
        public Long accountId() {
            return null;
        }

        @Override
        public Long organisationId() {
            return organisation;
        }

        @Override
        public Optional<Identity> identity() {
            return Optional.of(new Identity(null, null, null, null, "nl", null, organisation, Set.of(Role.STAFF)));
        }

        @Override
        public boolean worksFor(Long other) {
            return organisation.equals(other);
        }
    }

    private static final class Stopping implements JobProgress {

        private int left;

        private Stopping(int reports) {
            left = reports;
        }

        @Override
        public void at(int done, int total) {
            left--;
        }

        @Override
        public boolean cancelled() {
            return left < 0;
        }
    }
}
