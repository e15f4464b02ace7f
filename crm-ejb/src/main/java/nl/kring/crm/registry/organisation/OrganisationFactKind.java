package nl.kring.crm.registry.organisation;

/** What can be so of an organisation for a while. */
public enum OrganisationFactKind {
    /** A {@link PracticeStatus}. */
    STATUS,
    /** SOLO, DUO, GROUP or HOED. */
    PRACTICE_FORM,
    /** How many patients are enlisted, a whole number. */
    PATIENTS,
    /** The GP information system, by name. */
    GP_SYSTEM,
    /** The chain care system, by name. */
    CHAIN_CARE_SYSTEM
}
