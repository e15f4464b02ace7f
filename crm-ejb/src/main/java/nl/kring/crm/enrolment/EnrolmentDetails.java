package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What somebody says besides that he or she comes: who pays, and the answers to what the course asks. */
final class EnrolmentDetails {

    private static final int LONGEST_ANSWER = 500;
    private static final int LONGEST_NOTE = 500;

    private final EntityManager em;
    private final EnrolmentWish wish;
    private final Map<CourseQuestion, String> answers;

    /**
     * @param asked by the course
     * @param self whether who comes fills it in himself or herself; staff may leave questions open
     * @throws InvalidInputException a question that has to be answered is not, or an answer cannot be kept
     */
    EnrolmentDetails(EntityManager em, List<CourseQuestion> asked, EnrolmentWish wish, boolean self) {
        this.em = em;
        this.wish = wish;
        this.answers = answered(asked, wish, self);
    }

    private static Map<CourseQuestion, String> answered(List<CourseQuestion> asked, EnrolmentWish wish, boolean self) {
        Map<CourseQuestion, String> found = new LinkedHashMap<>();
        for (CourseQuestion question : asked) {
            String answer = kept(
                    question, wish.answers() == null ? null : wish.answers().get(question.getUuid()));
            boolean said =
                    answer != null && !(question.getKind() == QuestionKind.CONSENT && !Boolean.parseBoolean(answer));
            if (said) {
                found.put(question, answer);
            } else if (question.isRequired() && self) {
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
                Payers.requireOwn(em, wanted, wish.payer());
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
}
