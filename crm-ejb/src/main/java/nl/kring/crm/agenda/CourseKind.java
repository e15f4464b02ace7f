package nl.kring.crm.agenda;

/** The form of a course. */
public enum CourseKind {
    EVENING,
    DAY,
    SKILLS,
    WEBINAR,
    PROGRAMME,
    E_LEARNING,
    PEER_REVIEW
}
