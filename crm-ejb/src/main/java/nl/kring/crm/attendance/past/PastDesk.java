package nl.kring.crm.attendance.past;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.affiliation.MembershipsTakenOver;

/**
 * The steps of a job about a file, each in a transaction of its own; what is taken over or back is so as a whole or not at all. For the
 * job alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PastDesk {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private MembershipsTakenOver memberships;

    /** What is to be done. */
    public PastState work(UUID uuid) {
        return find(uuid).getState();
    }

    /** Nothing was read yet. */
    public int beginReading(UUID uuid) {
        PastImport file = locked(uuid);
        new PastRows(em).forget(file.getId());
        return file.getRowsRead();
    }

    /** Reads some rows; gives the number of the last, or 0 when there were none left. */
    public int read(UUID uuid, int after) {
        PastImport file = find(uuid);
        PastRows rows = new PastRows(em);
        List<PastCellRow> some = rows.after(file.getId(), after);
        PastReading reading = new PastReading(file, LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM));
        rows.write(
                file.getId(),
                file.getOrganisationId(),
                some.stream()
                        .map(row -> reading.read(row.number(), row.cells()))
                        .toList());
        return some.isEmpty() ? 0 : some.get(some.size() - 1).number();
    }

    /** Says what becomes of each row. */
    public void rehearsed(UUID uuid) {
        PastImport file = locked(uuid);
        PastPlan plan = new PastPlan(em, file);
        plan.find();
        plan.decide();
        file.end(PastState.REHEARSED, clock.instant());
    }

    /** Takes over what can be. */
    public void apply(UUID uuid) {
        PastImport file = locked(uuid);
        new PastPlan(em, file).again();
        PastWriting writing = new PastWriting(em, file, clock.instant());
        if (file.getKind() == PastKind.PARTICIPATION) {
            writing.participations();
        } else {
            new PastMemberships(em, file).take(memberships);
        }
        writing.done();
        file.end(PastState.APPLIED, clock.instant());
        audit.record("past.applied", uuid, file.getRowsRead() + " rows");
    }

    /** Takes back what nothing else was built on. */
    public void revert(UUID uuid) {
        PastImport file = locked(uuid);
        PastRevert revert = new PastRevert(em, file, clock.instant());
        if (file.getKind() == PastKind.PARTICIPATION) {
            revert.participations();
        } else {
            new PastMemberships(em, file).takeBack(memberships, revert);
        }
        revert.tell();
        file.end(PastState.REVERTED, clock.instant());
        audit.record("past.reverted", uuid, null);
    }

    /** Something went wrong that is not the file's fault; nothing of the step was kept. */
    public void failed(UUID uuid) {
        locked(uuid).begin(PastState.FAILED);
    }

    private PastImport locked(UUID uuid) {
        PastImport file = find(uuid);
        em.refresh(file, LockModeType.PESSIMISTIC_WRITE);
        return file;
    }

    private PastImport find(UUID uuid) {
        return em.createQuery("select i from PastImport i where i.uuid = :uuid", PastImport.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
