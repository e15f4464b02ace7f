package nl.kring.crm.enrolment.price;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Codes that make a course cheaper. The staff of an organiser give them out, for one course of theirs or for all that their
 * organisation organises; of another organisation's vouchers they see those for a course that both organise.
 */
@Stateless
public class Vouchers {

    private static final int MOST_USES = 10_000;
    private static final int HIGHEST_CENTS = 100_000_00;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private OwnEditions editions;

    /**
     * Those that can be used at an edition or could be, the newest first. For staff of its organisers.
     *
     * @throws NotFoundException there is no such edition, or others organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<VoucherLine> of(UUID edition) {
        Course course = editions.get(edition).getCourse();
        Long own = currentUser.requireOrganisation();
        return em.createQuery("""
                        select v from Voucher v
                         where v.courseId = :course or v.courseId is null and v.organisationId = :own
                         order by v.madeAt desc, v.id desc""", Voucher.class)
                .setParameter("course", course.getId())
                .setParameter("own", own)
                .setMaxResults(200)
                .getResultStream()
                .map(voucher -> new VoucherLine(
                        voucher.getUuid(),
                        voucher.getCode(),
                        voucher.getPercent(),
                        voucher.getAmountCents(),
                        voucher.getUses(),
                        voucher.getUsed(),
                        voucher.getUntil(),
                        voucher.getCourseId() == null,
                        voucher.getOrganisationId().equals(own),
                        voucher.getEndedAt() != null))
                .toList();
    }

    /**
     * Gives one out. For staff of the organisers of the edition.
     *
     * @throws NotFoundException there is no such edition, or others organise it
     * @throws InvalidInputException a value cannot be, or the organisation has used the code before
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID give(UUID edition, VoucherForm form) {
        Edition found = editions.get(edition);
        VoucherForm checked = checked(form);
        Long own = currentUser.requireOrganisation();
        boolean taken = !em.createQuery(
                        "select v.id from Voucher v where v.organisationId = :own and v.code = :code", Long.class)
                .setParameter("own", own)
                .setParameter("code", checked.code())
                .getResultList()
                .isEmpty();
        if (taken) {
            throw new InvalidInputException("voucher-code-taken", checked.code());
        }
        Voucher voucher = new Voucher(
                own,
                checked.anyCourse() ? null : found.getCourse().getId(),
                checked,
                currentUser.accountId(),
                clock.instant());
        em.persist(voucher);
        em.flush();
        audit.record("voucher.given", voucher.getUuid(), "edition " + edition);
        return voucher.getUuid();
    }

    /**
     * Nobody can use it any more; who did keeps the price. For staff of the organisation that gave it out.
     *
     * @throws NotFoundException the caller's organisation has none such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void end(UUID uuid) {
        Voucher voucher = em.createQuery(
                        "select v from Voucher v where v.uuid = :uuid and v.organisationId = :own and v.endedAt is null",
                        Voucher.class)
                .setParameter("uuid", uuid)
                .setParameter("own", currentUser.requireOrganisation())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        voucher.end(clock.instant());
        audit.record("voucher.ended", uuid, null);
    }

    private VoucherForm checked(VoucherForm form) {
        String code = Quoting.code(form.code());
        if (code == null || code.isEmpty()) {
            throw new InvalidInputException("voucher-code");
        }
        boolean share = form.percent() != null && form.percent() >= 1 && form.percent() <= 100;
        boolean amount = form.amountCents() != null && form.amountCents() > 0 && form.amountCents() <= HIGHEST_CENTS;
        if ((form.percent() == null) == (form.amountCents() == null) || !share && !amount) {
            throw new InvalidInputException("voucher-worth");
        }
        if (form.uses() < 1 || form.uses() > MOST_USES) {
            throw new InvalidInputException("voucher-uses", MOST_USES);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
        if (form.until() != null && form.until().isBefore(today)) {
            throw new InvalidInputException("voucher-until");
        }
        return new VoucherForm(code, form.percent(), form.amountCents(), form.uses(), form.until(), form.anyCourse());
    }
}
