package nl.kring.crm.accreditation;

/** News: a course is worth something else from now on. Fired inside the transaction. */
public record PointsAwarded(Long courseId) {}
