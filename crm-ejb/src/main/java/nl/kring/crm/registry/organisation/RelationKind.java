package nl.kring.crm.registry.organisation;

/** How one organisation stands to another, read from left to right. Membership is something else: see Membership. */
public enum RelationKind {
    /** A post of a service, a regional part of a body. */
    PART_OF,
    /** A building where a practice works. */
    LOCATION_OF,
    /** A practice that shares its building and perhaps its staff with others. */
    SHARES_BUILDING_WITH,
    /** A practice or cooperative under a contract of care. */
    CONTRACTED_BY,
    /** An organisation that an umbrella speaks for. */
    UNDER_UMBRELLA,
    /** What came instead of what ended. */
    SUCCEEDS
}
