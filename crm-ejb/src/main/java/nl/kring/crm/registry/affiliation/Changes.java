package nl.kring.crm.registry.affiliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Period;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Takes back what one act changed in affiliations, memberships and absences: all of it, or nothing. */
@Stateless
public class Changes {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Ledger ledger;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    private record Step(
            String subject, long row, boolean begun, Period before, boolean derived, Instant withdrawn, long version) {}

    private record Undoing(Step step, Dated row) {}

    /**
     * Undoes a change. For staff of the organisation that made it, and the platform's administrator.
     *
     * @return the person it was about, null when it was about none
     * @throws NotFoundException there is no such change for this caller
     * @throws ChangeOvertakenException something of it was changed again since, or it is undone already
     * @throws OverlapException what stood there before would now be there twice
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID undo(UUID uuid) {
        AffiliationChange change = em.createQuery(
                        "select c from AffiliationChange c where c.uuid = :uuid", AffiliationChange.class)
                .setParameter("uuid", uuid)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(found -> currentUser.worksFor(found.getOrganisationId()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (change.isUndone()) {
            throw new ChangeOvertakenException();
        }
        change.undo(ledger.saying().at());
        List<Step> steps = steps(change.getId());
        List<Undoing> rows = steps.stream()
                .filter(step -> !step.subject().equals("ACCOUNT"))
                .map(this::locked)
                .toList();
        rows.stream()
                .filter(each -> each.step().begun())
                .forEach(each -> each.row().withdraw(ledger.saying().at()));
        em.flush();
        rows.stream().filter(each -> !each.step().begun()).forEach(this::restore);
        steps.stream()
                .filter(step -> step.subject().equals("ACCOUNT"))
                .forEach(step -> accounts.setActive(accountOf(step.row()), !step.begun()));
        ledger.showWork(change.getPersonId());
        audit.record(change.getWhat() + "-undone", change.getUuid(), String.valueOf(steps.size()));
        return change.getPersonId() == null ? null : personOf(change.getPersonId());
    }

    private Undoing locked(Step step) {
        Dated row = em.find(kindOf(step.subject()), step.row());
        ledger.lock(row.getPersonId(), row instanceof Membership held ? held.getHolderId() : null);
        em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        if (row.getVersion() != step.version()) {
            throw new ChangeOvertakenException();
        }
        return new Undoing(step, row);
    }

    private void restore(Undoing undoing) {
        Step step = undoing.step();
        if (step.withdrawn() == null) {
            refuseOverlap(undoing.row(), step.before());
        }
        undoing.row().restore(step.before(), step.derived(), step.withdrawn());
        em.flush();
    }

    private void refuseOverlap(Dated row, Period period) {
        Changing none = new Changing("");
        if (row instanceof Affiliation affiliation) {
            new AffiliationLedger(ledger, none).refuseOverlap(affiliation, period);
        } else if (row instanceof Membership membership) {
            new MembershipLedger(ledger, none).refuseOverlap(membership, period);
        } else if (row instanceof Absence absence) {
            new AbsenceOverlap(em).refuse(absence, period);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Step> steps(Long change) {
        List<Object[]> rows =
                em.createNativeQuery("""
                        select subject, row_id, begun, cast(valid_from as text), cast(valid_to as text), derived, withdrawn_at,
                               version_after
                          from crm.affiliation_change_step where change_id = :change order by id""").setParameter("change", change).getResultList();
        List<Step> steps = new ArrayList<>();
        for (Object[] row : rows) {
            steps.add(new Step(
                    (String) row[0],
                    ((Number) row[1]).longValue(),
                    (Boolean) row[2],
                    new Period(day(row[3]), day(row[4])),
                    (Boolean) row[5],
                    (Instant) row[6],
                    ((Number) row[7]).longValue()));
        }
        return steps;
    }

    private UUID accountOf(long id) {
        return (UUID) em.createNativeQuery("select uuid from crm.account where id = :id")
                .setParameter("id", id)
                .getSingleResult();
    }

    private UUID personOf(Long id) {
        return (UUID) em.createNativeQuery("select uuid from crm.person where id = :id")
                .setParameter("id", id)
                .getSingleResult();
    }

    private static Class<? extends Dated> kindOf(String subject) {
        return switch (subject) {
            case "AFFILIATION" -> Affiliation.class;
            case "MEMBERSHIP" -> Membership.class;
            default -> Absence.class;
        };
    }

    private static LocalDate day(Object iso) {
        return iso == null ? null : LocalDate.parse((String) iso);
    }
}
