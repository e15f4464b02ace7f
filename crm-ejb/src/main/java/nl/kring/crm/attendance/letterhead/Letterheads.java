package nl.kring.crm.attendance.letterhead;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The letterhead of the caller's own organisation. A certificate keeps who signed it when it was given out; logo and address are
 * those of the day on which it is looked at.
 */
@Stateless
public class Letterheads {

    private static final long NONE = -1;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_CLOSING = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** The own letterhead. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public LetterheadDetail own() {
        Letterhead kept = em.find(Letterhead.class, currentUser.requireOrganisation());
        return kept == null
                ? new LetterheadDetail(LetterheadForm.EMPTY, false, NONE)
                : new LetterheadDetail(
                        new LetterheadForm(
                                kept.getAddressLine(),
                                kept.getClosingText(),
                                kept.getSignatoryName(),
                                kept.getSignatoryFunction()),
                        kept.getLogo() != null,
                        kept.getVersion());
    }

    /** The own logo, a PNG. For staff. @throws NotFoundException there is none */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public byte[] ownLogo() {
        Letterhead kept = em.find(Letterhead.class, currentUser.requireOrganisation());
        if (kept == null || kept.getLogo() == null) {
            throw new NotFoundException();
        }
        return kept.getLogo();
    }

    /**
     * Says what stands on certificates from now on. For the organisation's administrators.
     *
     * @param version what the caller read
     * @param logo another logo as a PNG or JPEG of at most 2 MB; null leaves the one that there is
     * @throws InvalidInputException a text cannot be kept, there is a function without a name, or the logo is none
     * @throws EditConflictException a colleague changed it since that version
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void change(long version, LetterheadForm form, byte[] logo) {
        LetterheadForm checked = checked(form);
        byte[] painted = logo == null ? null : Logo.painted(logo);
        Letterhead letterhead = kept(version);
        letterhead.say(checked, currentUser.accountId(), clock.instant());
        if (painted != null) {
            letterhead.show(painted);
        }
        em.persist(letterhead);
        em.flush();
        audit.record("letterhead.changed", null, painted == null ? null : "with another logo");
    }

    /**
     * Takes the logo away. For the organisation's administrators.
     *
     * @throws EditConflictException a colleague changed it since that version
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void removeLogo(long version) {
        kept(version).show(null);
        em.flush();
        audit.record("letterhead.changed", null, "without a logo");
    }

    private Letterhead kept(long version) {
        Long organisation = currentUser.requireOrganisation();
        Letterhead kept = em.find(Letterhead.class, organisation, LockModeType.PESSIMISTIC_WRITE);
        if ((kept == null ? NONE : kept.getVersion()) != version) {
            throw new EditConflictException();
        }
        return kept == null ? new Letterhead(organisation) : kept;
    }

    private static LetterheadForm checked(LetterheadForm form) {
        LetterheadForm checked = new LetterheadForm(
                TypedText.line(form.addressLine(), LONGEST_ADDRESS),
                TypedText.text(form.closingText(), LONGEST_CLOSING),
                TypedText.line(form.signatoryName(), LONGEST_NAME),
                TypedText.line(form.signatoryFunction(), LONGEST_NAME));
        if (checked.signatoryName() == null && checked.signatoryFunction() != null) {
            throw new InvalidInputException("letterhead-signatory");
        }
        return checked;
    }
}
