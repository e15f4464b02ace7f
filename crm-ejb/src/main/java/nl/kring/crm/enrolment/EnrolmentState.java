package nl.kring.crm.enrolment;

/** Somebody has a seat, waits for one, or gave it back. */
public enum EnrolmentState {
    CONFIRMED,
    WAITLISTED,
    CANCELLED
}
