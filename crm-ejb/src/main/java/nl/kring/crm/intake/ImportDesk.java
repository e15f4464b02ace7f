package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.registry.provenance.StoredRow;

/** What a run writes, each step in a transaction of its own. For the job that does the run. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportDesk {

    /** Also of those who take a run back, or confirm what is missing. */
    static final long ONE_IMPORT_AT_A_TIME = 4_201_601L;

    private static final Duration KEPT = Duration.ofDays(7);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private DeliveryWriter writer;

    @Inject
    private AuditTrail audit;

    /** What is to be done. */
    public record Task(UUID runUuid, byte[] content, RegisterMapping mapping) {}

    /** What of a file was read and put down. */
    public record Rows(RegisterMapping mapping, int read, int kept, Set<String> refusedKeys) {

        int refused() {
            return read - kept;
        }
    }

    /** Begins a run, also once more after a crash. */
    public Task start(UUID uuid) {
        ImportRun run = run(uuid);
        run.start(clock.instant());
        run.readBy(run.getRegister().getMappingVersion());
        forgetProblems(run);
        writer.clear(run);
        byte[] content =
                (byte[]) em.createNativeQuery("select content from crm.import_file where run_id = :run", byte[].class)
                        .setParameter("run", run.getId())
                        .getSingleResult();
        return new Task(uuid, content, RegisterMapping.of(run.getRegister()));
    }

    /** Puts some rows down, and lets those who watch see how many were read. */
    public void put(UUID uuid, List<TypedRow> kept, List<RowProblem> problems, int read, int refused) {
        ImportRun run = run(uuid);
        writer.put(run, kept, problems);
        run.readSoFar(read, refused);
    }

    /**
     * Links, writes, derives and closes the run: all of it, or nothing. A rehearsal tells what it would do and writes no row;
     * its file stays.
     */
    public void finish(Task task, Rows rows, Phases phases, ImportSteps steps) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .setParameter("lock", ONE_IMPORT_AT_A_TIME)
                .getSingleResult();
        em.createNativeQuery("select set_config('work_mem', '64MB', true)").getSingleResult();
        ImportRun run = run(task.runUuid());
        Delivered delivered =
                phases.time("compare", () -> writer.lay(run, rows.mapping(), rows.kept(), rows.refusedKeys()));
        Placement placement = writer.place(run, delivered, phases);
        steps.matched();
        phases.time("tell", () -> writer.tell(run, delivered, placement));
        boolean held = delivered.losesTooMany();
        if (run.getMode() == ImportMode.AUTO) {
            writer.write(run, rows.mapping(), delivered, placement, phases, steps::wrote);
            if (!held) {
                writer.missing(
                        run,
                        delivered.vanished().values().stream()
                                .map(StoredRow::id)
                                .collect(Collectors.toSet()));
            }
        }
        run.finish(counts(rows, delivered, placement, held), clock.instant());
        close(run, "import." + (run.getMode() == ImportMode.AUTO ? "done" : "rehearsed"), run.summary());
        steps.wrote();
    }

    private static ImportCounts counts(Rows rows, Delivered delivered, Placement placement, boolean held) {
        int begun = (int) placement.groups().values().stream()
                .filter(Placement.Group::first)
                .count();
        int queued = placement.doubtful();
        int fresh = delivered.fresh().size();
        return new ImportCounts(
                rows.read(),
                rows.refused(),
                rows.kept() - fresh - delivered.changed().size(),
                fresh - begun,
                queued,
                begun - queued,
                delivered.vanished().size(),
                delivered.returned().size(),
                placement.merges().stream()
                        .mapToInt(merge -> merge.others().size())
                        .sum(),
                held);
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

    /**
     * The file is no longer needed, unless it was a rehearsal: every row that was kept has its raw cells, and so has every
     * refused one.
     */
    private void close(ImportRun run, String action, String detail) {
        if (run.getMode() == ImportMode.REHEARSE && run.getState() == ImportState.DONE) {
            run.keepFileUntil(clock.instant().plus(KEPT));
        } else {
            em.createNativeQuery("delete from crm.import_file where run_id = :run")
                    .setParameter("run", run.getId())
                    .executeUpdate();
        }
        if (run.getState() != ImportState.DONE) {
            forgetProblems(run);
        }
        writer.clear(run);
        em.flush();
        audit.record(action, run.getUuid(), detail);
    }

    private void forgetProblems(ImportRun run) {
        em.createQuery("delete from ImportProblem p where p.runId = :run")
                .setParameter("run", run.getId())
                .executeUpdate();
    }

    private ImportRun run(UUID uuid) {
        return em.createQuery("select r from ImportRun r join fetch r.register where r.uuid = :uuid", ImportRun.class)
                .setParameter("uuid", uuid)
                .getSingleResult();
    }
}
