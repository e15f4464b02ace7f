package nl.kring.crm.registry;

/** Whom an organisation looks after: persons in its registers, of whom it says something, or who are its members. */
public final class KnownTo {

    /** Numbers of persons, for {@code p.id in (…)}; takes :organisation and :today. */
    public static final String ORGANISATION = """
            select r.person_id from crm.source_record r where r.organisation_id = :organisation
            union all
            select s.person_id from crm.statement s where s.organisation_id = :organisation and s.withdrawn_at is null
            union all
            select m.person_id from crm.membership m
             where m.organisation_id = :organisation and m.person_id is not null and m.withdrawn_at is null
               and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to >= :today)""";

    private KnownTo() {}
}
