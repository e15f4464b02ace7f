package nl.kring.crm.attendance.presence;

/** Whether somebody came or left. */
public enum ScanKind {
    IN,
    OUT
}
