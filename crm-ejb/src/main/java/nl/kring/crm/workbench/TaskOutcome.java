package nl.kring.crm.workbench;

/** Why there is nothing to do any more: it was done, it was not needed, or what it was for does not take place. */
public enum TaskOutcome {
    DONE,
    NOT_NEEDED,
    CANCELLED
}
