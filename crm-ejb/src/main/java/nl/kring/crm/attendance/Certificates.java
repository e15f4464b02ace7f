package nl.kring.crm.attendance;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.attendance.letterhead.Letterhead;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Certificates of participation: issuing, showing, verifying, revoking. */
@Stateless
public class Certificates {

    private static final int LONGEST_REASON = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Issuing issuing;

    @Inject
    private CertificateFacts facts;

    /**
     * Gives a certificate to every confirmed participant who was present at all sessions, or at some of them when there are
     * points for those, and mails each that it is ready. Again, it adds only what is missing. For staff of the organiser and the platform's administrator.
     *
     * @return how many are new, and who got none and why
     * @throws NotFoundException the edition does not exist for the caller
     * @throws EditionNotHeldException it is a draft or cancelled
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public IssueResult issue(UUID editionUuid) {
        EditionHeld edition = issuing.edition(editionUuid)
                .filter(found -> found.isOrganisedBy(currentUser::worksFor))
                .orElseThrow(NotFoundException::new);
        edition.requirePublished();
        IssueResult result = issuing.issue(edition, currentUser.accountId(), clock.instant());
        if (result.issued() > 0) {
            audit.record("certificate.issued", edition.uuid(), result.issued() + " certificates");
        }
        return result;
    }

    /**
     * Takes a certificate back: whoever verifies it is told so. For staff of the organiser and the platform's
     * administrator. One that was revoked before stays as it is.
     *
     * @param reason why, at most 500 characters; seen by the organiser and the holder
     * @throws NotFoundException the certificate does not exist for the caller
     * @throws InvalidInputException the reason is empty or too long
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void revoke(UUID certificateUuid, String reason) {
        Certificate certificate = one("c.uuid = :key", certificateUuid)
                .filter(found -> currentUser.worksFor(found.getOrganiserId()))
                .orElseThrow(NotFoundException::new);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidInputException("certificate-reason", LONGEST_REASON);
        }
        if (TypedText.hasCitizenServiceNumber(reason)) {
            throw new InvalidInputException("text-looks-like-bsn");
        }
        if (!certificate.isRevoked()) {
            certificate.revoke(reason.strip(), clock.instant());
            audit.record("certificate.revoked", certificate.getUuid(), null);
            em.flush();
        }
    }

    /** The caller's own certificates, newest course first, without those that another took the place of. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public List<Certificate> mine() {
        return em.createQuery("""
                        select c from Certificate c left join fetch c.points
                         where c.personId = :person and c.replacedAt is null order by c.heldTo desc, c.id desc""", Certificate.class)
                .setParameter("person", currentUser.personId())
                .getResultList();
    }

    /** Which certificate stands for which enrolment of the caller, without those that were revoked. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public Map<UUID, UUID> mineByEnrolment() {
        return em.createQuery("""
                        select e.uuid, c.uuid from Certificate c join Enrolment e on e.id = c.enrolmentId
                         where c.personId = :person and c.revokedAt is null and c.replacedAt is null""", Object[].class)
                .setParameter("person", currentUser.personId())
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1], (one, other) -> other));
    }

    /**
     * The certificates of an edition by name. For staff of its organiser and the platform's administrator.
     *
     * @throws NotFoundException the edition does not exist for the caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Certificate> of(UUID editionUuid) {
        EditionHeld edition = issuing.edition(editionUuid)
                .filter(found -> found.isOrganisedBy(currentUser::worksFor))
                .orElseThrow(NotFoundException::new);
        return em.createQuery("""
                        select c from Certificate c left join fetch c.points
                          join Person p on p.id = c.personId
                         where c.editionId = :edition and c.replacedAt is null order by p.sortName, c.id""", Certificate.class)
                .setParameter("edition", edition.id())
                .getResultList();
    }

    /**
     * The certificate as a PDF file. For the holder, staff of the organiser and the platform's administrator.
     *
     * @throws NotFoundException the certificate does not exist for the caller
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public byte[] pdf(UUID certificateUuid) {
        Certificate certificate = one("c.uuid = :key", certificateUuid)
                .filter(found -> found.getPersonId().equals(currentUser.personId())
                        || currentUser.worksFor(found.getOrganiserId()))
                .orElseThrow(NotFoundException::new);
        return new CertificatePdf(
                        certificate,
                        facts.letterhead(certificate.getOrganiserId()).orElse(null),
                        facts.numbersWanted(certificate),
                        Settings.baseUrl())
                .bytes();
    }

    /** How certificates of the caller's organisation look with the letterhead as it is kept, as a PDF file. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public byte[] example() {
        Long organisation = currentUser.requireOrganisation();
        String name = em.createQuery("select o.name from Organisation o where o.id = :id", String.class)
                .setParameter("id", organisation)
                .getSingleResult();
        Letterhead letterhead = facts.letterhead(organisation).orElse(null);
        return new CertificatePdf(
                        Certificate.example(organisation, name, letterhead, clock.instant()),
                        letterhead,
                        Map.of(),
                        Settings.baseUrl())
                .bytes();
    }

    /** Whether the caller's register numbers stand on his or her certificates. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public boolean numbersShown() {
        return !em.createNativeQuery(
                        "select 1 from crm.certificate_wish where account_id = :account and with_numbers",
                        Integer.class)
                .setParameter("account", currentUser.accountId())
                .getResultList()
                .isEmpty();
    }

    /** Says whether they do, on all certificates from now on. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public void showNumbers(boolean wanted) {
        em.createNativeQuery("""
                        insert into crm.certificate_wish (account_id, with_numbers, changed_at) values (:account, :wanted, :now)
                        on conflict (account_id) do update
                           set with_numbers = excluded.with_numbers, changed_at = excluded.changed_at""")
                .setParameter("account", currentUser.accountId())
                .setParameter("wanted", wanted)
                .setParameter("now", clock.instant())
                .executeUpdate();
        audit.record("certificate.numbers", null, wanted ? "shown" : "hidden");
    }

    /**
     * Says whether a code is that of a certificate, and of which. Anyone may ask; upper and lower case, spaces and dashes
     * are alike.
     *
     * @return empty when there is no certificate with that code
     */
    @PermitAll
    public Optional<Verification> verify(String code) {
        return VerificationCode.read(code)
                .flatMap(read -> one("c.code = :key", read.text()))
                .map(Verification::of);
    }

    private Optional<Certificate> one(String condition, Object key) {
        return em
                .createQuery(
                        "select c from Certificate c left join fetch c.points where " + condition, Certificate.class)
                .setParameter("key", key)
                .getResultList()
                .stream()
                .findFirst();
    }
}
