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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Model;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.registry.merging.PersonPair;
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
    private Merges merges;

    @Inject
    private AuditTrail audit;

    private final Matching matching = new Matching(Model.SHIPPED);

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
        Map<Long, TypedRow> changed = new LinkedHashMap<>();
        for (TypedRow row : rows.kept()) {
            StoredRow before = stored.get(row.key());
            if (before == null) {
                fresh.add(row);
            } else if (!Arrays.equals(before.contentHash(), row.hash())) {
                changed.put(before.id(), row);
            }
        }
        Placement placement = place(run.getRegister().getCode(), fresh, changed.values(), stored);
        ImportWork.report(progress, rows.read(), rows.read());
        em.unwrap(Session.class).doWork(connection -> new ProblemTable(connection).write(run.getId(), rows.problems()));
        if (run.getMode() == ImportMode.AUTO) {
            write(run, rows.mapping(), placement, fresh, changed, stored);
        }
        int begun =
                (int) placement.groups().values().stream().filter(Group::first).count();
        int queued = placement.doubtful();
        int unchanged = rows.kept().size() - fresh.size() - changed.size();
        run.finish(
                new ImportCounts(rows.read(), rows.refused(), unchanged, fresh.size() - begun, queued, begun - queued),
                clock.instant());
        close(run, "import." + (run.getMode() == ImportMode.AUTO ? "done" : "rehearsed"), run.summary());
    }

    private Placement place(
            String register, List<TypedRow> fresh, Collection<TypedRow> changed, Map<String, StoredRow> stored) {
        if (fresh.isEmpty() && changed.isEmpty()) {
            return Placement.NOTHING;
        }
        List<Claim> news = new ArrayList<>();
        fresh.forEach(row -> news.add(Claims.of(register, row, null)));
        changed.forEach(
                row -> news.add(Claims.of(register, row, stored.get(row.key()).personId())));
        Set<String> replaced = changed.stream().map(TypedRow::key).collect(Collectors.toSet());
        List<Claim> claims = new ArrayList<>(news);
        records.known().stream()
                .filter(known -> !known.registerCode().equals(register) || !replaced.contains(known.sourceKey()))
                .map(Claims::of)
                .forEach(claims::add);
        List<Matching.Decision> decisions = merges.divisions().stream()
                .map(division -> new Matching.Decision(
                        Matching.name(division.register(), division.key()),
                        Matching.name(division.otherRegister(), division.otherKey()),
                        false))
                .toList();
        return Placement.of(register, claims, news, decisions, matching);
    }

    private void write(
            ImportRun run,
            RegisterMapping mapping,
            Placement placement,
            List<TypedRow> fresh,
            Map<Long, TypedRow> changed,
            Map<String, StoredRow> stored) {
        List<IncomingRecord> added = fresh.stream()
                .map(row -> incoming(row, placement.groups().get(row.key())))
                .toList();
        Map<Long, IncomingRecord> replaced = new LinkedHashMap<>();
        changed.forEach((id, row) ->
                replaced.put(id, incoming(row, new Group(stored.get(row.key()).personId(), 0, false))));
        Set<Long> touched = records.write(delivery(run, mapping), added, replaced);
        touched.addAll(workplaces.link(touched));
        goldenRecords.derive(touched);
        derivedAffiliations.derive(touched);
        merges.mergeAll(pairs(placement.merges()), MergeReason.automatic(0, matching.version()));
        em.unwrap(Session.class)
                .doWork(connection -> new DoubtTable(connection)
                        .write(placement.doubts(), matching.version(), run.getId(), clock.instant()));
        if (placement.shares() != null) {
            em.unwrap(Session.class).doWork(connection -> new ShareTable(connection).write(placement.shares()));
        }
    }

    private List<PersonPair> pairs(List<Placement.Merge> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = new TreeSet<>();
        found.forEach(merge -> {
            ids.add(merge.stays());
            ids.addAll(merge.others());
        });
        Map<Long, UUID> uuids = records.uuidsOf(ids);
        return found.stream()
                .flatMap(merge -> merge.others().stream()
                        .map(other -> new PersonPair(uuids.get(merge.stays()), uuids.get(other), null)))
                .toList();
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
