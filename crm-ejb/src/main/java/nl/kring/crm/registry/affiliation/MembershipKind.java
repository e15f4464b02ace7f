package nl.kring.crm.registry.affiliation;

/** How somebody belongs to an organisation. */
public enum MembershipKind {
    MEMBER,
    ASPIRANT,
    ASSOCIATE,
    CONTRACT
}
