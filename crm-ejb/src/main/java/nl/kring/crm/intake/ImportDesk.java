package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.registry.organisation.Workplaces;
import nl.kring.crm.registry.provenance.Delivery;
import nl.kring.crm.registry.provenance.IncomingRecord;
import nl.kring.crm.registry.provenance.IncomingRecord.Group;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.registry.provenance.StoredRow;
import org.hibernate.Session;

/** What a run writes, each step in a transaction of its own. For the job that does the run. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportDesk {

    private static final long ONE_IMPORT_AT_A_TIME = 4_201_601L;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private SourceRecords records;

    @Inject
    private Workplaces workplaces;

    @Inject
    private GoldenRecords goldenRecords;

    @Inject
    private DerivedAffiliations derivedAffiliations;

    @Inject
    private AuditTrail audit;

    /** What is to be done. */
    public record Task(UUID runUuid, byte[] content, RegisterMapping mapping) {}

    /** The rows of a file after reading and checking. */
    public record Rows(
            RegisterMapping mapping, List<TypedRow> kept, List<RowProblem> problems, int read, int refused) {}

    /** Begins a run, also once more after a crash. */
    public Task start(UUID uuid) {
        ImportRun run = run(uuid);
        run.start(clock.instant());
        em.createQuery("delete from ImportProblem p where p.runId = :run")
                .setParameter("run", run.getId())
                .executeUpdate();
        byte[] content =
                (byte[]) em.createNativeQuery("select content from crm.import_file where run_id = :run", byte[].class)
                        .setParameter("run", run.getId())
                        .getSingleResult();
        return new Task(uuid, content, RegisterMapping.of(run.getRegister()));
    }

    /** Lets those who watch see how many rows were read. */
    public void readSoFar(UUID uuid, int read, int refused) {
        run(uuid).readSoFar(read, refused);
    }

    /** Links, writes, derives and closes the run: all of it, or nothing. A rehearsal counts and writes no row. */
    public void finish(Task task, Rows rows, JobProgress progress) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .setParameter("lock", ONE_IMPORT_AT_A_TIME)
                .getSingleResult();
        ImportRun run = run(task.runUuid());
        Map<String, StoredRow> stored = records.ofRegister(run.getRegister().getId());
        List<TypedRow> fresh = new ArrayList<>();
        Map<Long, IncomingRecord> changed = new LinkedHashMap<>();
        for (TypedRow row : rows.kept()) {
            StoredRow before = stored.get(row.key());
            if (before == null) {
                fresh.add(row);
            } else if (!Arrays.equals(before.contentHash(), row.hash())) {
                changed.put(before.id(), incoming(row, new Group(before.personId(), 0, false)));
            }
        }
        Map<String, Group> groups = link(run.getRegister().getCode(), fresh);
        List<IncomingRecord> added =
                fresh.stream().map(row -> incoming(row, groups.get(row.key()))).toList();
        ImportWork.report(progress, rows.read(), rows.read());
        em.unwrap(Session.class).doWork(connection -> new ProblemTable(connection).write(run.getId(), rows.problems()));
        if (run.getMode() == ImportMode.AUTO) {
            Set<Long> touched = records.write(delivery(run, rows.mapping()), added, changed);
            workplaces.link(touched);
            goldenRecords.derive(touched);
            derivedAffiliations.derive(touched);
        }
        int created = (int) groups.values().stream().filter(Group::first).count();
        int unchanged = rows.kept().size() - fresh.size() - changed.size();
        run.finish(
                new ImportCounts(rows.read(), rows.refused(), unchanged, fresh.size() - created, created),
                clock.instant());
        close(run, "import." + (run.getMode() == ImportMode.AUTO ? "done" : "rehearsed"), run.summary());
    }

    /** Closes a run whose file could not be read after all. */
    public void refuse(UUID uuid, BusinessException refusal) {
        ImportRun run = run(uuid);
        run.refuse(refusal, clock.instant());
        close(run, "import.refused", refusal.code());
    }

    /** Closes a run that somebody stopped. */
    public void cancel(UUID uuid) {
        ImportRun run = run(uuid);
        run.cancel(clock.instant());
        close(run, "import.cancelled", null);
    }

    /** Closes a run that broke; the log has the failure. */
    public void fail(UUID uuid) {
        ImportRun run = run(uuid);
        run.fail(clock.instant());
        close(run, "import.failed", null);
    }

    /** The file is no longer needed: every row that was kept has its raw cells, and so has every refused one. */
    private void close(ImportRun run, String action, String detail) {
        em.flush();
        em.createNativeQuery("delete from crm.import_file where run_id = :run")
                .setParameter("run", run.getId())
                .executeUpdate();
        audit.record(action, run.getUuid(), detail);
    }

    private Map<String, Group> link(String register, List<TypedRow> fresh) {
        List<Matcher.Claim> claims =
                fresh.stream().map(row -> Matcher.Claim.of(register, row)).toList();
        Set<String> bigNumbers =
                claims.stream().map(Matcher.Claim::big).filter(x -> x != null).collect(Collectors.toSet());
        Set<String> agbCodes =
                claims.stream().map(Matcher.Claim::agb).filter(x -> x != null).collect(Collectors.toSet());
        Set<String> practices = records.practiceAgbCodes();
        fresh.forEach(row -> {
            if (row.values().practiceAgb() != null) {
                practices.add(row.values().practiceAgb().digits());
            }
        });
        List<Matcher.Claim> known = records.ofPersonsWith(bigNumbers, agbCodes).stream()
                .map(Matcher.Claim::of)
                .toList();
        return new Matcher(practices).link(claims, known);
    }

    private Delivery delivery(ImportRun run, RegisterMapping mapping) {
        Instant now = clock.instant();
        SourceRegister register = run.getRegister();
        return new Delivery(
                register.getId(),
                register.getCode(),
                register.getOrganisationId(),
                register.getSourceRank(),
                run.getId(),
                now,
                mapping.privateFields());
    }

    private static IncomingRecord incoming(TypedRow row, Group group) {
        return new IncomingRecord(row.key(), row.number(), row.raw(), row.hash(), row.values(), group);
    }

    private ImportRun run(UUID uuid) {
        return em.createQuery("select r from ImportRun r join fetch r.register where r.uuid = :uuid", ImportRun.class)
                .setParameter("uuid", uuid)
                .getSingleResult();
    }
}
