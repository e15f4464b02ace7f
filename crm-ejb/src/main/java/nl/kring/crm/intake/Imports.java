package nl.kring.crm.intake;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.file.FileRefusedException;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.platform.jobs.Job;
import nl.kring.crm.platform.jobs.Jobs;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import org.hibernate.Session;

/**
 * Bringing a register's file in. Staff do it for the registers of the organisation that they act for, the platform's
 * administrator for any; somebody else's register or run answers as if it did not exist.
 */
@Stateless
public class Imports {

    private static final int RECENT = 50;
    private static final int LONGEST_FILE_NAME = 200;

    @PersistenceContext
    private EntityManager em;

    @Resource
    private SessionContext context;

    @Inject
    private Registers registers;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Takes a file and queues its run. The file is looked through first, so that a broken one leaves nothing at all. For
     * staff of the register's organisation and the platform's administrator.
     *
     * @param fileName for people only; what the file is, its content says
     * @return the run, to ask how far it is
     * @throws FileRefusedException the file cannot be read as this register; the code says why
     * @throws NotFoundException there is no such register for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID start(String registerCode, String fileName, byte[] content, ImportMode mode) {
        SourceRegister register = registers.get(registerCode);
        RegisterFile.open(content, RegisterMapping.of(register).format()).check();
        ImportRun run = new ImportRun(
                register, mode, shortName(fileName), Sha256.of(content), currentUser.accountId(), clock.instant());
        em.persist(run);
        em.flush();
        em.createNativeQuery("insert into crm.import_file (run_id, content) values (:run, :content)")
                .setParameter("run", run.getId())
                .setParameter("content", content)
                .executeUpdate();
        jobs.submit(ImportWork.KIND, run.getUuid(), currentUser.accountId(), register.getOrganisationId());
        audit.record("import.queued", run.getUuid(), register.getCode() + " " + mode);
        return run.getUuid();
    }

    /**
     * One run with its register, as it is now. For staff of its organisation and the platform's administrator.
     *
     * @throws NotFoundException there is none for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ImportRun find(UUID uuid) {
        return em.createQuery("select r from ImportRun r join fetch r.register where r.uuid = :uuid", ImportRun.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .filter(run -> Reach.covers(currentUser, context, run.getOrganisationId()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * How far a run is, from 0 to 100. For staff of its organisation and the platform's administrator.
     *
     * @throws NotFoundException there is none for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int percent(UUID uuid) {
        return find(uuid).getState().isEnd()
                ? 100
                : jobs.about(uuid).map(Job::getPercent).orElse(0);
    }

    /** The newest runs that the caller may see, newest first, at most 50. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ImportRun> recent() {
        boolean any = context.isCallerInRole(Role.PLATFORM_ADMINS);
        return em.createQuery("""
                        select r from ImportRun r join fetch r.register
                         where :any = true or r.organisationId = :organisation
                         order by r.id desc""", ImportRun.class)
                .setParameter("any", any)
                .setParameter("organisation", currentUser.organisationId())
                .setMaxResults(RECENT)
                .getResultList();
    }

    /**
     * What was wrong with rows of a run, in the order of the file.
     *
     * @param refused true for the rows that were kept out, false for the values that were left out of kept rows
     * @param from how many to pass over
     * @param most how many to answer at most, up to 1,000
     * @throws NotFoundException there is no such run for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ImportProblem> problems(UUID uuid, boolean refused, int from, int most) {
        return em.createQuery("""
                        select p from ImportProblem p where p.runId = :run and p.refused = :refused
                         order by p.rowNumber, p.id""", ImportProblem.class)
                .setParameter("run", find(uuid).getId())
                .setParameter("refused", refused)
                .setFirstResult(Math.max(0, from))
                .setMaxResults(Math.min(Math.max(1, most), 1000))
                .getResultList();
    }

    /**
     * Every refused row as it was handed over, with the reason, in the order of the file. For staff of the register's
     * organisation and the platform's administrator.
     *
     * @throws NotFoundException there is no such run for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<RefusedRow> refusedRows(UUID uuid) {
        Long run = find(uuid).getId();
        return em.unwrap(Session.class).doReturningWork(connection -> new ProblemTable(connection).refused(run));
    }

    /**
     * Asks a run to stop; what it has written by then is taken back. One that has ended stays as it is.
     *
     * @throws NotFoundException there is no such run for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void cancel(UUID uuid) {
        ImportRun run = find(uuid);
        if (run.getState() == ImportState.QUEUED) {
            run.cancel(clock.instant());
            em.createNativeQuery("delete from crm.import_file where run_id = :run")
                    .setParameter("run", run.getId())
                    .executeUpdate();
        }
        if (!run.getState().isEnd() || run.getState() == ImportState.CANCELLED) {
            jobs.cancel(uuid);
            audit.record("import.cancel-asked", uuid, null);
        }
    }

    /**
     * Brings the very same file in that was rehearsed. For staff of the register's organisation and the platform's
     * administrator.
     *
     * @return the run that does it
     * @throws NotFoundException there is no such run for this caller
     * @throws RunRefused it was no rehearsal that came to an end, or its file is there no more
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID apply(UUID rehearsal) {
        ImportRun rehearsed = find(rehearsal);
        ImportRun run = rehearsed.applied(currentUser.accountId(), clock.instant());
        em.persist(run);
        em.flush();
        int moved = em.createNativeQuery("update crm.import_file set run_id = :run where run_id = :rehearsal")
                .setParameter("run", run.getId())
                .setParameter("rehearsal", rehearsed.getId())
                .executeUpdate();
        if (moved == 0 || rehearsed.getMode() != ImportMode.REHEARSE || rehearsed.getState() != ImportState.DONE) {
            throw new RunRefused.NoFile();
        }
        jobs.submit(ImportWork.KIND, run.getUuid(), currentUser.accountId(), run.getOrganisationId());
        audit.record("import.applied", run.getUuid(), rehearsal.toString());
        return run.getUuid();
    }

    /**
     * Throws the file of a rehearsal away; what it told stays. For staff of the register's organisation and the platform's
     * administrator.
     *
     * @throws NotFoundException there is no such run for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void discard(UUID rehearsal) {
        ImportRun run = find(rehearsal);
        if (run.getFileUntil() != null) {
            run.dropFile();
            em.createNativeQuery("delete from crm.import_file where run_id = :run")
                    .setParameter("run", run.getId())
                    .executeUpdate();
            audit.record("import.discarded", rehearsal, null);
        }
    }

    /**
     * What a run does or did with rows: all that vanished, of everything else examples. For staff of the register's
     * organisation and the platform's administrator.
     *
     * @param from how many to pass over
     * @param most how many to answer at most, up to 1,000
     * @throws NotFoundException there is no such run for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<EffectLine> effects(UUID uuid, EffectKind kind, int from, int most) {
        Long run = find(uuid).getId();
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new EffectTable(connection)
                        .read(run, kind, Math.max(0, from), Math.min(Math.max(1, most), 1000)));
    }

    private static String shortName(String fileName) {
        String name =
                fileName == null ? "" : fileName.replaceAll("^.*[\\\\/]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > LONGEST_FILE_NAME ? name.substring(0, LONGEST_FILE_NAME) : name;
    }
}
