package nl.kring.crm.agenda;

/** The form of a course. */
public enum CourseKind {
    TRAINING,
    SKILLS,
    WEBINAR,
    E_LEARNING,
    MASTERCLASS,
    PROGRAMME,
    WORKSHOP,
    LECTURE,
    IN_COMPANY,
    PEER_REVIEW
}
