package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.Role;

/** What a course asks of who enrols: at all its editions the same. */
@Stateless
public class CourseQuestions {

    private static final int MOST = 12;
    private static final int LONGEST = 300;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private EnrolmentAccess access;

    @Inject
    private AuditTrail audit;

    /**
     * What is asked at an edition. Anyone signed in who may see it.
     *
     * @throws NotFoundException no such edition for the caller
     */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public List<Question> of(UUID edition) {
        return asked(em, access.visible(edition).getCourse().getId()).stream()
                .map(CourseQuestion::asQuestion)
                .toList();
    }

    /**
     * Asks these from now on, in this order. Answers to what is no longer asked stay. For staff of the organisers and the
     * platform's administrator.
     *
     * @throws NotFoundException no such edition, or another organisation's
     * @throws InvalidInputException a question is empty, too long or one too many
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void ask(UUID edition, List<Question> questions) {
        Edition found = access.managed(edition);
        if (questions.size() > MOST) {
            throw new InvalidInputException("enrolment-questions", MOST);
        }
        List<CourseQuestion> before = asked(em, found.getCourse().getId());
        before.forEach(CourseQuestion::retire);
        int position = 1;
        for (Question wish : questions) {
            String text = TypedText.line(wish.text(), LONGEST);
            if (text == null || wish.kind() == null) {
                throw new InvalidInputException("enrolment-questions", MOST);
            }
            CourseQuestion same = before.stream()
                    .filter(each -> each.getUuid().equals(wish.uuid()) && each.asks(wish.kind(), text, wish.required()))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                em.persist(new CourseQuestion(found.getCourse().getId(), position, wish.kind(), text, wish.required()));
            } else {
                same.askAt(position);
            }
            position++;
        }
        audit.record("course.questions", edition, "count " + questions.size());
    }

    static List<CourseQuestion> asked(EntityManager em, Long courseId) {
        return em.createQuery(
                        "select q from CourseQuestion q where q.courseId = :course and q.retired = false order by q.position",
                        CourseQuestion.class)
                .setParameter("course", courseId)
                .getResultList();
    }
}
