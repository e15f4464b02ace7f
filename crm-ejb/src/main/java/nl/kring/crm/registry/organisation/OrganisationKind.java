package nl.kring.crm.registry.organisation;

/** What an organisation is to the region. */
public enum OrganisationKind {
    PRACTICE,
    LOCATION,
    GP_GROUP,
    COOPERATIVE,
    CARE_GROUP,
    OUT_OF_HOURS_SERVICE,
    OUT_OF_HOURS_POST,
    CME_BODY,
    REGIONAL_ASSOCIATION,
    PROFESSIONAL_ASSOCIATION,
    LOCUM_GROUP,
    PHARMACY,
    HOSPITAL,
    MUNICIPALITY,
    INSURER,
    UMBRELLA,
    OTHER
}
