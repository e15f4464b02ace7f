package nl.kring.crm.intake;

/** Whether a run writes what it finds, or only tells what it would do. */
public enum ImportMode {
    AUTO,
    REHEARSE
}
