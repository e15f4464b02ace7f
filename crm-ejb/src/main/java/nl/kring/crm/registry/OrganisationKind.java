package nl.kring.crm.registry;

/** What an organisation is to the region. */
public enum OrganisationKind {
    CARE_GROUP,
    OUT_OF_HOURS_SERVICE,
    REGIONAL_ASSOCIATION,
    CME_BODY,
    PRACTICE,
    OTHER
}
