package nl.kring.crm.evaluation;

/** What accreditation wants to know, so that answers to questions of several questionnaires can be laid beside each other. */
public enum Topic {
    /** The mark that counts as the course's. */
    OVERALL,
    GOALS,
    CONTENT,
    SPEAKER,
    INTERACTION,
    APPLICABILITY,
    INDEPENDENCE,
    ORGANISATION,
    CHANGE,
    REMARKS
}
