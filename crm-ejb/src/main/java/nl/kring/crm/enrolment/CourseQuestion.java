package nl.kring.crm.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import nl.kring.crm.platform.BaseEntity;

/** Something that a course asks of who enrols. One that was answered is retired rather than changed. */
@Entity
public class CourseQuestion extends BaseEntity {

    private Long courseId;
    private int position;

    @Enumerated(EnumType.STRING)
    private QuestionKind kind;

    private String text;
    private boolean required;
    private boolean retired;

    protected CourseQuestion() {}

    CourseQuestion(Long courseId, int position, QuestionKind kind, String text, boolean required) {
        this.courseId = courseId;
        this.position = position;
        this.kind = kind;
        this.text = text;
        this.required = required || kind == QuestionKind.CONSENT;
    }

    /** Is asked of nobody any more; what was answered stays. */
    void retire() {
        retired = true;
    }

    /** Is asked on, at another place perhaps. */
    void askAt(int newPosition) {
        position = newPosition;
        retired = false;
    }

    boolean asks(QuestionKind otherKind, String otherText, boolean otherRequired) {
        return kind == otherKind
                && text.equals(otherText)
                && required == (otherRequired || kind == QuestionKind.CONSENT);
    }

    Question asQuestion() {
        return new Question(getUuid(), kind, text, required);
    }

    public QuestionKind getKind() {
        return kind;
    }

    public String getText() {
        return text;
    }

    public boolean isRequired() {
        return required;
    }
}
