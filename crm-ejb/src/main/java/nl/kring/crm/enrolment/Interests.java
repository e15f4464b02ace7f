package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Who would come to a course that has no date yet. A course is known by any of its editions. Each person is on the list of a
 * course once, and is told once when it opens: also when it opens as a copy, of the same organiser and by the same title.
 */
@Stateless
public class Interests {

    private static final int LONGEST_REMARK = 300;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Editions editions;

    @Inject
    private AuditTrail audit;

    /**
     * Puts the caller on the list of a course; once more changes the remark. For a professional.
     *
     * @param remark like which evenings suit, or null
     * @throws NotFoundException there is no such edition for the caller
     * @throws InvalidInputException the caller is nobody of the register, or the remark cannot be kept
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void register(UUID edition, String remark) {
        put(editions.edition(edition), myself(), remark);
    }

    /** Takes the caller off the list of a course. For a professional; refuses as {@link #register}. */
    @RolesAllowed(Role.PROFESSIONALS)
    public void withdraw(UUID edition) {
        if (table().remove(editions.edition(edition).line().id(), myself()) > 0) {
            audit.record("interest.withdrawn", edition, null);
        }
    }

    /** Whether the caller is on the list of a course. For a professional; refuses as {@link #register}. */
    @RolesAllowed(Role.PROFESSIONALS)
    public boolean isMine(UUID edition) {
        Long person = currentUser.personId();
        return person != null && table().has(editions.edition(edition).line().id(), table().current(person));
    }

    /**
     * Puts somebody on the list of a course of the caller's organisation. For staff.
     *
     * @throws NotFoundException there is no such edition of theirs, or no such person
     * @throws InvalidInputException the remark cannot be kept
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void registerFor(UUID edition, UUID person, String remark) {
        put(own(edition), table().person(person).orElseThrow(NotFoundException::new), remark);
    }

    /**
     * Takes somebody off the list of a course of the caller's organisation. For staff.
     *
     * @throws NotFoundException there is no such edition of theirs, or nobody such on its list
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void remove(UUID edition, UUID interest) {
        if (table().removeOne(own(edition).line().id(), interest) == 0) {
            throw new NotFoundException();
        }
        audit.record("interest.removed", interest, null);
    }

    /** The courses of the caller's organisation that somebody would come to, the most wanted first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Demand> list() {
        return table().demand(currentUser.requireOrganisation());
    }

    /**
     * Who would come to a course, the first first. For staff of its organiser.
     *
     * @throws NotFoundException there is no such edition of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Interest> of(UUID edition) {
        return table().of(own(edition).line().id());
    }

    private void put(EditionDetail edition, Long person, String remark) {
        String said = TypedText.line(remark, LONGEST_REMARK);
        table().put(edition.line().id(), person, said, currentUser.accountId());
        audit.record("interest.registered", edition.uuid(), null);
    }

    private EditionDetail own(UUID edition) {
        EditionDetail detail = editions.edition(edition);
        if (!detail.own()) {
            throw new NotFoundException();
        }
        return detail;
    }

    private Long myself() {
        Long person = currentUser.has(Role.PROFESSIONAL) ? currentUser.personId() : null;
        if (person == null) {
            throw new InvalidInputException("enrolment-person");
        }
        return table().current(person);
    }

    private InterestTable table() {
        return new InterestTable(em, clock.instant());
    }
}
