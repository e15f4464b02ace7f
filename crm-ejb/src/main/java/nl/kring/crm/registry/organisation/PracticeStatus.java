package nl.kring.crm.registry.organisation;

/** How a practice is doing. */
public enum PracticeStatus {
    ACTIVE,
    TAKEN_OVER_BY_CARE_GROUP,
    SUCCESSOR_SOUGHT,
    CLOSED
}
