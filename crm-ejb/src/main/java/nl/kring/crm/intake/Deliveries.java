package nl.kring.crm.intake;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.governance.ChangeProposals;
import nl.kring.crm.governance.EndProposal;
import nl.kring.crm.governance.ProposalKind;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.affiliation.Departures;
import nl.kring.crm.registry.affiliation.ProposedEnding;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import org.hibernate.Session;

/**
 * What follows from a delivery after it was brought in: rows that it no longer had, and taking all of it back. For staff of the
 * register's organisation and the platform's administrator; somebody else's answers as if it did not exist.
 */
@Stateless
public class Deliveries {

    private static final int MOST_MISSING = 500;

    @PersistenceContext
    private EntityManager em;

    @Resource
    private SessionContext context;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private DeliveryWriter writer;

    @Inject
    private Departures departures;

    @Inject
    private ChangeProposals proposals;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * The rows that were missing for the first time in a run and still are, undecided ones first, at most 500, with what stands
     * because of nothing else.
     *
     * @throws NotFoundException there is no such run for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<MissingRow> missing(UUID run) {
        return missing(find(run, false), null);
    }

    /**
     * Says that it is right that so many rows are missing; from now on each of them is for somebody to decide.
     *
     * @throws NotFoundException there is no such run for this caller
     * @throws RunRefused a later delivery came meanwhile, or there is nothing to confirm
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void confirmMissing(UUID uuid) {
        ImportRun run = find(uuid, true);
        if (!run.isVanishingHeld() || run.getMode() != ImportMode.AUTO) {
            throw new RunRefused.NothingToConfirm();
        }
        requireLatest(run);
        List<?> ids = em.createNativeQuery("""
                        select e.record_id from crm.import_effect e join crm.source_record r on r.id = e.record_id
                         where e.run_id = :run and e.kind = 'VANISHED' and r.missing_run_id is null""").setParameter("run", run.getId()).getResultList();
        Set<Long> rows = ids.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
        writer.missing(run, rows);
        run.confirmVanishing();
        audit.record("import.missing-confirmed", uuid, String.valueOf(rows.size()));
    }

    /**
     * Ends what stands because of nothing but a row that is missing: at once where the caller may, else as a proposal to the
     * steward.
     *
     * @param reason that is kept with it
     * @return how many were proposed to somebody else
     * @throws NotFoundException there is no such run or missing row for this caller
     * @throws InvalidInputException there is no day, or nothing to end
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public int end(UUID run, UUID row, LocalDate lastDay, String reason) {
        MissingRow missing = undecided(run, row);
        Map<UUID, MissingRow.Standing> wanted =
                missing.standings().stream().collect(Collectors.toMap(MissingRow.Standing::uuid, each -> each));
        List<ProposedEnding> endings = departures.proposals(missing.person(), lastDay).stream()
                .filter(ending -> wanted.containsKey(ending.uuid()))
                .toList();
        List<ProposedEnding.Ending> own = endings.stream()
                .filter(ProposedEnding::allowed)
                .map(ProposedEnding::ending)
                .toList();
        if (endings.isEmpty()) {
            throw new InvalidInputException("departure-empty");
        }
        if (!own.isEmpty()) {
            departures.apply(missing.person(), lastDay, reason, own);
        }
        endings.stream()
                .filter(ending -> !ending.allowed())
                .forEach(ending -> proposals.proposeEnd(new EndProposal(
                        ending.kind() == ProposedEnding.Kind.MEMBERSHIP
                                ? ProposalKind.END_MEMBERSHIP
                                : ProposalKind.END_AFFILIATION,
                        ending.uuid(),
                        lastDay,
                        reason)));
        decide(row, "ENDED");
        return endings.size() - own.size();
    }

    /**
     * Says that a missing row changes nothing: what it says stays.
     *
     * @throws NotFoundException there is no such run or missing row for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void keep(UUID run, UUID row) {
        undecided(run, row);
        decide(row, "KEPT");
    }

    /**
     * What people did since with the persons of a run; it stays when the run is taken back.
     *
     * @throws NotFoundException there is no such run for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<LaterEdit> laterEdits(UUID run) {
        ImportRun of = find(run, false);
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new LaterEdits(connection).since(of.getId(), of.getFinishedAt()));
    }

    /**
     * Takes a run back as a whole: new rows are taken out, changed ones say again what they said, persons that it merged are two
     * again, its questions are gone, and what followed from it is derived anew. What people did since stays.
     *
     * @throws NotFoundException there is no such run for this caller
     * @throws RunRefused it wrote nothing or was taken back before, or a later delivery of the register builds on it
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void revert(UUID uuid) {
        ImportRun run = find(uuid, true);
        if (run.getMode() != ImportMode.AUTO || run.getState() != ImportState.DONE || run.getRevertedAt() != null) {
            throw new RunRefused.NothingToRevert();
        }
        requireLatest(run);
        run.revert(currentUser.accountId(), clock.instant());
        writer.takeBack(run);
        audit.record("import.reverted", uuid, run.summary());
    }

    private void requireLatest(ImportRun run) {
        Long later = em.createQuery("""
                        select count(r) from ImportRun r
                         where r.register = :register and r.id > :id and r.mode = :auto and r.revertedAt is null
                           and (r.state = :done or r.state = :running)""", Long.class)
                .setParameter("register", run.getRegister())
                .setParameter("id", run.getId())
                .setParameter("auto", ImportMode.AUTO)
                .setParameter("done", ImportState.DONE)
                .setParameter("running", ImportState.RUNNING)
                .getSingleResult();
        if (later > 0) {
            throw new RunRefused.Overtaken();
        }
    }

    private MissingRow undecided(UUID run, UUID row) {
        return missing(find(run, false), row).stream()
                .filter(missing -> missing.decision() == null)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<MissingRow> missing(ImportRun run, UUID one) {
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        return em.unwrap(Session.class)
                .doReturningWork(
                        connection -> new MissingTable(connection).read(run.getId(), one, today, MOST_MISSING));
    }

    private void decide(UUID row, String decision) {
        em.createNativeQuery("update crm.source_record set missing_decision = :decision where uuid = :row")
                .setParameter("decision", decision)
                .setParameter("row", row)
                .executeUpdate();
        audit.record("import.missing-" + decision.toLowerCase(Locale.ROOT), row, null);
    }

    /** @param alone waits until no other run is at work, and keeps it so */
    private ImportRun find(UUID uuid, boolean alone) {
        if (alone) {
            em.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                    .setParameter("lock", ImportDesk.ONE_IMPORT_AT_A_TIME)
                    .getSingleResult();
        }
        return em.createQuery("select r from ImportRun r join fetch r.register where r.uuid = :uuid", ImportRun.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .filter(run -> Reach.covers(currentUser, context, run.getOrganisationId()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
