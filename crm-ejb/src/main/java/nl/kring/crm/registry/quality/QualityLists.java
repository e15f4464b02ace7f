package nl.kring.crm.registry.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * What is to be mended in the part of the register that the caller's organisation looks after: the persons and practices in
 * its registers, of which it says something, or that are its members.
 */
@Stateless
public class QualityLists {

    public static final int LARGEST_PAGE = 50_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** All lists with their numbers, counted now in one query and kept as today's, and those of the last month. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<QualityNumber> numbers() {
        return new QualityCounts(em, currentUser.requireOrganisation(), today()).countAndKeep();
    }

    /** The numbers as they were last kept, without counting; none when they never were. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<QualityNumber> lastNumbers() {
        return new QualityCounts(em, currentUser.requireOrganisation(), today()).kept();
    }

    /**
     * A page of a list, by name. For staff.
     *
     * @param after the last line of the page before, or null
     * @throws NotFoundException there is no such line
     * @throws InvalidInputException the size is not 1 to 50,000
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public QualityPage page(QualityList list, int size, UUID after) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidInputException("page-size", LARGEST_PAGE);
        }
        return new QualityRows(em, currentUser.requireOrganisation(), today()).page(list, size, after);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
    }
}
