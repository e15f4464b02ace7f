package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What somebody says besides that he or she comes: who pays, and the answers to what the course asks. */
final class EnrolmentDetails {

    private static final int LONGEST_ANSWER = 500;
    private static final int LONGEST_NOTE = 500;

    private final EntityManager em;
    private final EnrolmentWish wish;
    private final List<CourseQuestion> asked;
    private final Map<CourseQuestion, String> answers;

    /**
     * @param asked by the course
     * @param self whether who comes fills it in himself or herself; staff may leave questions open
     * @throws InvalidInputException a question that has to be answered is not, or an answer cannot be kept
     */
    EnrolmentDetails(EntityManager em, List<CourseQuestion> asked, EnrolmentWish wish, boolean self) {
        this(em, asked, wish, question -> self);
    }

    /**
     * Of somebody who answers for another, or later: nobody agrees to anything for another, and who agreed may come back on it.
     *
     * @throws InvalidInputException as when somebody enrols, but for what is to be agreed to
     */
    static EnrolmentDetails besidesConsent(EntityManager em, Edition edition, EnrolmentWish wish) {
        List<CourseQuestion> asked =
                CourseQuestions.asked(em, edition.getCourse().getId());
        return new EnrolmentDetails(em, asked, wish, question -> question.getKind() != QuestionKind.CONSENT);
    }

    private EnrolmentDetails(
            EntityManager em, List<CourseQuestion> asked, EnrolmentWish wish, Predicate<CourseQuestion> needed) {
        this.em = em;
        this.wish = wish;
        this.asked = asked;
        this.answers = answered(asked, wish, needed);
    }

    private static Map<CourseQuestion, String> answered(
            List<CourseQuestion> asked, EnrolmentWish wish, Predicate<CourseQuestion> needed) {
        Map<CourseQuestion, String> found = new LinkedHashMap<>();
        for (CourseQuestion question : asked) {
            String answer = kept(
                    question, wish.answers() == null ? null : wish.answers().get(question.getUuid()));
            boolean said =
                    answer != null && !(question.getKind() == QuestionKind.CONSENT && !Boolean.parseBoolean(answer));
            if (said) {
                found.put(question, answer);
            } else if (question.isRequired() && needed.test(question)) {
                throw new InvalidInputException("enrolment-question", question.getText());
            }
        }
        return found;
    }

    private static String kept(CourseQuestion question, String typed) {
        try {
            return TypedText.line(typed, LONGEST_ANSWER);
        } catch (InvalidInputException unkept) {
            throw new InvalidInputException("enrolment-answer", question.getText());
        }
    }

    /**
     * @param byStaff whether a note may be kept with it, and any organisation pay
     * @throws InvalidInputException the payer is none, or not where somebody works who says so
     */
    void write(Enrolment wanted, boolean byStaff) {
        if (wish.payer() != null) {
            if (!byStaff) {
                Payers.requireOwn(em, wanted, wish.payer(), wanted.getEnrolledAt());
            }
            Payers.write(em, wanted, wish.payer());
        }
        if (byStaff && wish.note() != null) {
            wanted.remark(TypedText.line(wish.note(), LONGEST_NOTE));
        }
    }

    void keep(Enrolment made) {
        answers.forEach((question, answer) -> em.createNativeQuery("""
                        insert into crm.enrolment_answer (enrolment_id, question_id, answer)
                        values (:enrolment, :question, :answer)""")
                .setParameter("enrolment", made.getId())
                .setParameter("question", question.getId())
                .setParameter("answer", answer)
                .executeUpdate());
    }

    /**
     * Puts the answers in the place of those that there were; what was answered to questions of before stays.
     *
     * @return whether they are others
     */
    boolean keepAnew(Enrolment made) {
        Map<UUID, String> said = new HashMap<>();
        answers.forEach((question, answer) -> said.put(question.getUuid(), answer));
        if (said.equals(answersOf(em, made, asked))) {
            return false;
        }
        em.createNativeQuery(
                        "delete from crm.enrolment_answer where enrolment_id = :enrolment and question_id in (:asked)")
                .setParameter("enrolment", made.getId())
                .setParameter("asked", asked.stream().map(CourseQuestion::getId).toList())
                .executeUpdate();
        keep(made);
        return true;
    }

    /** What was answered to these questions. */
    @SuppressWarnings("unchecked")
    static Map<UUID, String> answersOf(EntityManager em, Enrolment enrolment, List<CourseQuestion> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = em.createNativeQuery("""
                        select q.uuid, a.answer from crm.enrolment_answer a
                          join crm.course_question q on q.id = a.question_id
                         where a.enrolment_id = :enrolment and q.id in (:asked)""")
                .setParameter("enrolment", enrolment.getId())
                .setParameter("asked", asked.stream().map(CourseQuestion::getId).toList())
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}
