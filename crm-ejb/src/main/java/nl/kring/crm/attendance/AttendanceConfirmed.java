package nl.kring.crm.attendance;

/** News: this participant has now been present at every session of the edition. Fired inside the transaction. */
public record AttendanceConfirmed(Long enrolmentId) {}
