package nl.kring.crm.registry.organisation;

/** How many GPs carry a practice together; a HOED is several practices under one roof. */
public enum PracticeForm {
    SOLO,
    DUO,
    GROUP,
    HOED
}
