package nl.kring.crm.registry;

/** What a list of incomplete persons asks for: who has none of it. */
public enum MissingData {
    BIG,
    AGB,
    EMAIL,
    PHONE,
    WORKPLACE
}
