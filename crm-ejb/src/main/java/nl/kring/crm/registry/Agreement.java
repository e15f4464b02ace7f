package nl.kring.crm.registry;

/** What may be known of a value that another organisation keeps to itself. */
public enum Agreement {
    AGREES,
    DIFFERS,
    UNKNOWN
}
