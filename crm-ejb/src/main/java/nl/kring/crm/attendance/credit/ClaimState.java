package nl.kring.crm.attendance.credit;

/** How a claim stands; only one that is open can become anything else. */
public enum ClaimState {
    OPEN,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
