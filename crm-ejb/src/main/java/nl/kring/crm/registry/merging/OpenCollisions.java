package nl.kring.crm.registry.merging;

/** Which collisions wait for an organisation, as SQL over a collision c of a person p; takes :organisation. */
public final class OpenCollisions {

    /** What it decides itself, and what the steward decides of persons that it knows. Accounts are the platform's. */
    static final String OF_ORGANISATION = """
            (c.organisation_id = :organisation
             or c.organisation_id is null and c.kind <> 'ACCOUNT' and 'k:' || cast(:organisation as bigint) = any (p.links))""";

    /** True of a person p who has one. */
    public static final String HAS_ONE = """
            p.id in (select p.id from crm.merge_collision c
                       join crm.merge_event e on e.id = c.merge_id
                       join crm.person p on p.id = crm.survivor_of(e.survivor_id)
                      where c.state = 'OPEN' and %s)""".formatted(OF_ORGANISATION);

    private OpenCollisions() {}
}
