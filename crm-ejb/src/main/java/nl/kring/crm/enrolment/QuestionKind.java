package nl.kring.crm.enrolment;

/** What an answer to a question of a course is. */
public enum QuestionKind {
    TEXT,
    YES_NO,
    /** What somebody does not eat; forgotten thirty days after the last session. */
    DIET,
    /** Something to agree to: without it nobody enrols himself or herself. */
    CONSENT
}
