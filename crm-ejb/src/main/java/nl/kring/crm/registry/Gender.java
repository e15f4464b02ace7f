package nl.kring.crm.registry;

/** As registers give it; optional. */
public enum Gender {
    MALE,
    FEMALE,
    OTHER
}
