package nl.kring.crm.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * What came of evaluations. Nobody, the organiser's staff neither, sees what fewer than five answered, and nobody is told who
 * answered.
 */
@Stateless
public class Evaluations {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * What came of the evaluation of an edition; without a last day when nobody was asked yet. For staff of its organisers and the
     * platform's administrator.
     *
     * @throws NotFoundException the edition does not exist for the caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EvaluationResults results(UUID edition) {
        mustOrganise(edition);
        return told(table().head(edition).orElseThrow(NotFoundException::new), null);
    }

    /**
     * How far the evaluation of an edition is. Rights as with {@link #results}.
     *
     * @throws NotFoundException the edition does not exist for the caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EvaluationSoFar soFar(UUID edition) {
        mustOrganise(edition);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
        return new SoFarTable(em).of(edition, today.minusDays(EvaluationClock.DAYS_TO_ANSWER));
    }

    private void mustOrganise(UUID edition) {
        Course course = em.createQuery("select c from Edition e join e.course c where e.uuid = :uuid", Course.class)
                .setParameter("uuid", edition)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!currentUser.worksFor(course.getOrganiserId())
                && course.getCoOrganisers().stream().noneMatch(currentUser::worksFor)) {
            throw new NotFoundException();
        }
    }

    /**
     * The same on paper, a PDF/A. Rights as with {@link #results}.
     *
     * @throws NotFoundException the edition does not exist for the caller, or too few answered
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public byte[] pdf(UUID edition) {
        EvaluationResults results = results(edition);
        if (!results.isEnough()) {
            throw new NotFoundException();
        }
        return new ResultPdf(results).bytes(clock.instant());
    }

    /** What came of the evaluations of a year of the own organisation, the latest edition first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public EvaluationYear year(int year) {
        return table().year(currentUser.requireOrganisation(), year);
    }

    /** The editions at which the caller taught and that enough participants evaluated, the latest first. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public List<EvaluationYear.Line> taught() {
        return currentUser.personId() == null ? List.of() : table().taught(currentUser.personId());
    }

    /**
     * What participants said of the caller who taught, and how they marked the whole; once everybody had the time to answer. For a
     * professional.
     *
     * @throws NotFoundException the caller did not teach there, it is still open, or too few answered
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public EvaluationResults asSpeaker(UUID edition) {
        if (taught().stream().noneMatch(each -> each.edition().equals(edition))) {
            throw new NotFoundException();
        }
        return told(table().head(edition).orElseThrow(NotFoundException::new), currentUser.personId());
    }

    private EvaluationResults told(ResultTable.Head head, Long speaker) {
        EvaluationResults bare = head.results();
        if (head.id() == null || !bare.isEnough()) {
            return bare;
        }
        return bare.with(table().questions(head, speaker));
    }

    private ResultTable table() {
        return new ResultTable(em);
    }
}
