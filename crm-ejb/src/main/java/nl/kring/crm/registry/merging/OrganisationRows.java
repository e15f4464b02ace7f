package nl.kring.crm.registry.merging;

import nl.kring.crm.registry.merging.PersonRows.Fact;

/**
 * What belongs to organisations in the registry and in the components below it. What was withdrawn stays where it was; where
 * both say the same of one time, what the survivor has is kept and the other's stays with the tombstone.
 */
final class OrganisationRows {

    private static final String OVERLAP =
            "daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')";
    private static final String CURRENT = "t.withdrawn_at is null";
    private static final String SINCE = "t.created_at";

    static final PersonRows[] ALL = {
        PersonRows.of("SOURCE_RECORD", "crm.source_record", "workplace_id").told(counted("t.delivered_at")),
        PersonRows.of("STATEMENT", "crm.organisation_statement", "subject_id")
                .only(CURRENT)
                .told(counted("t.said_at")),
        PersonRows.of("FACT", "crm.organisation_fact", "subject_id")
                .only(CURRENT)
                .clashing(kept("FACT", "a.fact = b.fact and " + OVERLAP))
                .told(counted(SINCE)),
        PersonRows.of("RELATION", "crm.organisation_relation", "from_id")
                .only(CURRENT)
                .clashing(kept("RELATION", "a.to_id = b.to_id and a.kind = b.kind and " + OVERLAP))
                .told(counted(SINCE)),
        PersonRows.of("RELATION_OF", "crm.organisation_relation", "to_id")
                .only(CURRENT)
                .clashing(kept("RELATION", "a.from_id = b.from_id and a.kind = b.kind and " + OVERLAP))
                .told(counted(SINCE)),
        PersonRows.of("AFFILIATION", "crm.affiliation", "organisation_id")
                .only(CURRENT)
                .clashing(kept(
                        "AFFILIATION",
                        "a.person_id = b.person_id and (b.derived or a.role = b.role and " + OVERLAP + ")"))
                .told(counted(SINCE)),
        PersonRows.of("MEMBERSHIP", "crm.membership", "organisation_id")
                .only(CURRENT)
                .clashing(kept(
                        "MEMBERSHIP",
                        "coalesce(a.person_id, -a.holder_id) = coalesce(b.person_id, -b.holder_id) and a.kind = b.kind and "
                                + OVERLAP))
                .told(counted(SINCE)),
        PersonRows.of("HOLDER", "crm.membership", "holder_id")
                .only(CURRENT)
                .clashing(
                        kept("MEMBERSHIP", "a.organisation_id = b.organisation_id and a.kind = b.kind and " + OVERLAP))
                .told(counted(SINCE)),
        PersonRows.of("OWN_VALUE", "crm.own_value", "subject_id")
                .numbered("field_id", "0")
                .only("t.field_id in (select f.id from crm.own_field f where f.subject = 'ORGANISATION')")
                .clashing(kept("OWN_VALUE", "a.field_id = b.field_id"))
                .told(counted("t.changed_at")),
        PersonRows.of("TASK", "crm.task", "subject_uuid")
                .namingByUuid()
                .only("t.subject_kind = 'ORGANISATION'")
                .told(counted(SINCE))
    };

    private OrganisationRows() {}

    private static Clash kept(String kind, String when) {
        return Clash.stays(kind, when, "null", "true");
    }

    private static Fact counted(String since) {
        return Fact.shared("''", since);
    }
}
