package nl.kring.crm.accreditation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The quality registers, and what the courses of the agenda are worth in each of them. */
@Stateless
public class Accreditations {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Awards awards;

    @Inject
    private Courses courses;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Event<PointsAwarded> awarded;

    /** All schemes in their usual order. Anyone may see them. */
    @PermitAll
    public List<SchemeLine> schemes() {
        return awards.schemes().stream()
                .map(s -> new SchemeLine(s.getCode(), s.getName(), s.getUnit(), s.getProfessions()))
                .toList();
    }

    /**
     * What these editions are worth on their day, by edition; one without points is left out. Anyone may see it of an
     * edition that is or was published; of a draft its organiser's staff alone.
     */
    @PermitAll
    public Map<UUID, List<SchemePoints>> pointsOf(Collection<UUID> editions) {
        return awards.pointsOf(
                editions,
                currentUser.has(Role.STAFF) ? currentUser.organisationId() : null,
                currentUser.has(Role.PLATFORM_ADMIN));
    }

    /**
     * What stands beside the course of an edition, whatever its day; to be changed and handed in with {@link #change}. For
     * staff of an organiser.
     *
     * @throws NotFoundException there is no such edition, or not for the caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<SchemePoints> ofCourse(UUID edition) {
        return course(edition)
                .filter(course -> course.isOrganisedBy(currentUser::worksFor))
                .map(awards::ofCourse)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The codes of the registers that were asked for points and have not answered, by edition, in their usual order; one without is
     * left out. Anyone may see it of an edition that is or was published.
     */
    @PermitAll
    public Map<UUID, List<String>> pending(Collection<UUID> editions) {
        return awards.pending(editions);
    }

    /**
     * Plans a course as {@link Courses#plan} does, and says what it is worth, in one transaction. For the organiser's
     * staff.
     *
     * @param points by code of the scheme, in its own unit, one decimal at most; nothing or zero means none
     * @return the edition
     * @throws InvalidInputException a value cannot be, or the scheme does not exist or gives no points
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID plan(PlannedCourse course, Map<String, BigDecimal> points) {
        UUID edition = courses.plan(course);
        award(edition, points);
        return edition;
    }

    /**
     * Changes a course as {@link Courses#change} does, and what it is worth, in one transaction. For the organiser's
     * staff. Certificates that were issued keep their points.
     *
     * @param note what those who hear of other times are told besides, or null
     * @param points all of them, by code of the scheme; a scheme that is not named gives none; who says the sum of what was granted
     *     leaves it by category and part as it was granted
     * @throws EditConflictException somebody else changed the course since that version
     * @throws InvalidInputException a value cannot be, or the scheme does not exist or gives no points
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void change(UUID edition, long version, PlannedCourse course, Map<String, BigDecimal> points, String note) {
        courses.change(edition, version, course, note);
        award(edition, points);
    }

    private void award(UUID edition, Map<String, BigDecimal> points) {
        Course course = course(edition).orElseThrow(NotFoundException::new);
        awards.award(course, points);
        awarded.fire(new PointsAwarded(course.getId()));
        audit.record("accreditation.awarded", course.getUuid(), "edition " + edition);
    }

    private Optional<Course> course(UUID edition) {
        return em.createQuery("select e.course from Edition e where e.uuid = :uuid", Course.class)
                .setParameter("uuid", edition)
                .getResultStream()
                .findFirst();
    }
}
