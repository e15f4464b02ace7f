package nl.kring.crm.web.enrolment;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Question;
import nl.kring.crm.enrolment.QuestionKind;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.enrolment.price.PriceWish;

/** Somebody of the practice who is about to be enrolled: what would come of it, and what the manager fills in. */
public class TeamRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Rehearsal.Outlook outlook;
    private final List<EnrolForm.Asked> questions;
    private final List<EnrolForm.Needed> numbers;
    private String problem;

    /** Nobody agrees to anything for another, so that is not asked. */
    TeamRow(Rehearsal.Outlook outlook, List<Question> questions) {
        this.outlook = outlook;
        this.questions = questions.stream()
                .filter(question -> question.kind() != QuestionKind.CONSENT)
                .map(question -> new EnrolForm.Asked(question, null))
                .toList();
        this.numbers = outlook.numbers().stream().map(EnrolForm.Needed::new).toList();
    }

    EnrolmentWish wish(String key, boolean meetsPrerequisites) {
        return new EnrolmentWish(
                getPerson(),
                key + " " + getPerson(),
                null,
                EnrolForm.answers(questions),
                EnrolForm.numbers(numbers),
                null,
                null,
                new PriceWish(null, outlook.cents()),
                meetsPrerequisites);
    }

    void refuse(String why) {
        problem = why;
    }

    UUID getPerson() {
        return outlook.person();
    }

    public Rehearsal.Outlook getOutlook() {
        return outlook;
    }

    public List<EnrolForm.Asked> getQuestions() {
        return questions;
    }

    public List<EnrolForm.Needed> getNumbers() {
        return numbers;
    }

    /** Why he or she was not enrolled when it was tried, or null. */
    public String getProblem() {
        return problem;
    }
}
