package nl.kring.crm.evaluation;

/** What a question is about, and so how often it is asked. */
public enum QuestionScope {
    COURSE,
    SPEAKER,
    SESSION
}
