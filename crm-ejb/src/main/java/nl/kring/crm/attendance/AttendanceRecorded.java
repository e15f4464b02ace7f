package nl.kring.crm.attendance;

/** News: who was there at an edition is now known otherwise. Fired inside the transaction. */
public record AttendanceRecorded(Long editionId) {}
