package nl.kring.crm.attendance.credit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Somebody's own points in the registers, and those that he or she declares with evidence. Colleagues of an organisation see of it
 * what they were asked to look at, and nothing else.
 */
@Stateless
public class Credits {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 500;
    private static final BigDecimal MOST = new BigDecimal("999.9");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** The caller's own points, the latest first. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public List<Credit> mine(String scheme) {
        return table().credits(myself(), scheme);
    }

    /** What the caller declared, the latest first. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public List<ClaimLine> myClaims(String scheme) {
        return table().claimsOf(myself(), scheme);
    }

    /**
     * Declares points that were earned elsewhere; they count once the organisation that is asked has approved them. For a
     * professional, about himself or herself.
     *
     * @throws InvalidInputException something of it cannot be
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public UUID declare(ClaimForm form, Evidence evidence) {
        String title = TypedText.line(form.title(), LONGEST_TITLE);
        if (title == null) {
            throw new InvalidInputException("credit-title");
        }
        if (form.points() == null
                || form.points().signum() <= 0
                || form.points().compareTo(MOST) > 0
                || form.points().stripTrailingZeros().scale() > 1) {
            throw new InvalidInputException("accreditation-points", String.valueOf(form.points()));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
        if (form.day() == null || form.day().isAfter(today) || form.day().isBefore(EARLIEST)) {
            throw new InvalidInputException("credit-day");
        }
        if (form.scheme() == null || form.category() == null || !table().isCategory(form.scheme(), form.category())) {
            throw new InvalidInputException("credit-category");
        }
        CreditClaim claim = new CreditClaim(
                myself(), participant(form.organisation()), form, title, currentUser.accountId(), clock.instant());
        em.persist(claim);
        em.flush();
        table().keepEvidence(claim.getId(), evidence);
        audit.record("credit.declared", claim.getUuid(), form.scheme());
        return claim.getUuid();
    }

    /**
     * Takes a claim back that nobody decided. For the professional who made it.
     *
     * @throws NotFoundException it is not the caller's
     * @throws EditConflictException it was decided already
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void withdraw(UUID uuid) {
        CreditClaim claim = claim(uuid)
                .filter(one -> one.getPersonId().equals(currentUser.personId()))
                .orElseThrow(NotFoundException::new);
        decide(claim, ClaimState.WITHDRAWN, null);
    }

    /** What the caller's organisation was asked to look at, the oldest first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<ClaimLine> asked() {
        return table().openAt(currentUser.requireOrganisation());
    }

    /**
     * Says yes: the points count from now on. For staff of the organisation that was asked.
     *
     * @throws NotFoundException another organisation was asked
     * @throws NotAllowedException they are the caller's own
     * @throws EditConflictException it was decided already
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void approve(UUID uuid) {
        CreditClaim claim = asked(uuid);
        if (claim.getPersonId().equals(currentUser.personId())) {
            throw new NotAllowedException();
        }
        decide(claim, ClaimState.APPROVED, null);
        table().enter(claim.getId(), null, currentUser.accountId(), clock.instant());
    }

    /**
     * Says no, and why; also afterwards, and then another line takes the points back. For staff of the organisation that was asked.
     *
     * @throws NotFoundException another organisation was asked
     * @throws EditConflictException it was refused already, or withdrawn
     * @throws InvalidInputException there is no reason, or it cannot be kept
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void refuse(UUID uuid, String reason) {
        String why = TypedText.text(reason, LONGEST_REASON);
        if (why == null) {
            throw new InvalidInputException("credit-reason");
        }
        CreditClaim claim = asked(uuid);
        if (claim.getState() == ClaimState.APPROVED) {
            table().enter(claim.getId(), why, currentUser.accountId(), clock.instant());
            claim.decide(ClaimState.REJECTED, why, currentUser.accountId(), clock.instant());
            audit.record("credit.taken-back", uuid, null);
            em.flush();
            return;
        }
        decide(claim, ClaimState.REJECTED, why);
    }

    /**
     * The file of a claim. For who made it, and staff of the organisation that was asked.
     *
     * @throws NotFoundException there is none, or not for the caller
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS})
    public Evidence evidence(UUID uuid) {
        return claim(uuid)
                .filter(one -> one.getPersonId().equals(currentUser.personId())
                        || currentUser.has(Role.STAFF)
                                && one.getOrganisationId().equals(currentUser.organisationId()))
                .flatMap(one -> table().evidence(one.getId()).stream().findFirst())
                .orElseThrow(NotFoundException::new);
    }

    private void decide(CreditClaim claim, ClaimState decision, String reason) {
        if (!claim.isOpen()) {
            throw new EditConflictException();
        }
        claim.decide(decision, reason, currentUser.accountId(), clock.instant());
        audit.record("credit." + decision.name().toLowerCase(Locale.ROOT), claim.getUuid(), null);
        em.flush();
    }

    private CreditClaim asked(UUID uuid) {
        Long organisation = currentUser.requireOrganisation();
        return claim(uuid)
                .filter(one -> one.getOrganisationId().equals(organisation))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<CreditClaim> claim(UUID uuid) {
        return em.createQuery("select c from CreditClaim c where c.uuid = :uuid", CreditClaim.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst();
    }

    private Long participant(String code) {
        return em.createQuery(
                        "select o.id from Organisation o where o.code = :code and o.participant = true", Long.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("credit-organisation"));
    }

    private Long myself() {
        if (currentUser.personId() == null) {
            throw new NotFoundException();
        }
        return currentUser.personId();
    }

    private CreditTable table() {
        return new CreditTable(em);
    }
}
