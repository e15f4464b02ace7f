package nl.kring.crm.registry.merging;

import nl.kring.crm.registry.merging.PersonRows.Fact;

/** What belongs to persons in the registry and in the components below it. */
final class RegistryRows {

    private static final String PERIOD =
            "concat_ws(' – ', to_char(t.valid_from, 'DD-MM-YYYY'), to_char(t.valid_to, 'DD-MM-YYYY'))";
    private static final String OVERLAP = """
            a.withdrawn_at is null and b.withdrawn_at is null
            and daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')""";

    /** Both were only derived, or one was: the derivation keeps one of them. */
    private static final String DERIVED_TWICE =
            "b.derived and a.withdrawn_at is null and b.withdrawn_at is null and a.organisation_id = b.organisation_id";

    static final PersonRows SOURCE_RECORDS = PersonRows.of("SOURCE_RECORD", "crm.source_record", "person_id")
            .clashing(Clash.noted("REGISTER", "a.register_id = b.register_id", "a.organisation_id"))
            .told(Fact.shared("concat_ws(' ', t.register_code, t.source_key)", "t.delivered_at"));

    static final PersonRows STATEMENTS = PersonRows.of("STATEMENT", "crm.statement", "person_id")
            .told(Fact.shared("concat_ws(' ', '{registry.field.' || t.field || '}:', t.prefix, t.value)", "t.said_at")
                    .keptBy(
                            "case when t.private or t.field = 'mobile' and t.qualifier is distinct from 'WORK' then t.organisation_id end")
                    .only("t.withdrawn_at is null"));

    static final PersonRows AFFILIATIONS = PersonRows.of("AFFILIATION", "crm.affiliation", "person_id")
            .clashing(
                    Clash.stays("AFFILIATION", DERIVED_TWICE, "null", "true"),
                    Clash.beside(
                            "AFFILIATION",
                            "not a.derived and not b.derived and a.organisation_id = b.organisation_id and a.role = b.role and "
                                    + OVERLAP,
                            "null"))
            .told(Fact.shared(
                            "concat_ws(' ', '{values.role.' || t.role || '}', (select o.name from crm.organisation o where o.id = t.organisation_id), "
                                    + PERIOD + ")",
                            "t.created_at")
                    .only("not t.derived and t.withdrawn_at is null"));

    static final PersonRows MEMBERSHIPS = PersonRows.of("MEMBERSHIP", "crm.membership", "person_id")
            .clashing(
                    Clash.stays("MEMBERSHIP", DERIVED_TWICE, "null", "true"),
                    Clash.beside(
                            "MEMBERSHIP",
                            "not a.derived and not b.derived and a.organisation_id = b.organisation_id and a.kind = b.kind and "
                                    + OVERLAP,
                            "a.organisation_id"))
            .told(Fact.shared(
                            "concat_ws(' ', '{values.membership-kind.' || t.kind || '}', (select o.name from crm.organisation o where o.id = t.organisation_id), t.number, "
                                    + PERIOD + ")",
                            "t.created_at")
                    .only("not t.derived and t.withdrawn_at is null"));

    static final PersonRows ABSENCES = PersonRows.of("ABSENCE", "crm.absence", "person_id")
            .clashing(Clash.beside("ABSENCE", OVERLAP, "null"))
            .told(Fact.shared(PERIOD, "t.created_at").only("t.withdrawn_at is null"));

    /** Two accounts sign in for one person: the second stays with the tombstone, which resolves. */
    static final PersonRows ACCOUNTS = PersonRows.of("ACCOUNT", "crm.account", "person_id")
            .clashing(Clash.stays("ACCOUNT", "true", "null", "not (a.active and b.active)"));

    private static final String OF_PERSONS =
            "t.field_id in (select f.id from crm.own_field f where f.subject = 'PERSON')";

    static final PersonRows OWN_VALUES = PersonRows.of("OWN_VALUE", "crm.own_value", "subject_id")
            .numbered("field_id", "0")
            .only(OF_PERSONS)
            .clashing(Clash.stays(
                    "OWN_VALUE",
                    "a.field_id = b.field_id",
                    "(select f.organisation_id from crm.own_field f where f.id = a.field_id)",
                    "a.value = b.value"))
            .told(Fact.shared(
                            "(select f.name from crm.own_field f where f.id = t.field_id) || ': ' || t.value",
                            "t.changed_at")
                    .keptBy("(select f.organisation_id from crm.own_field f where f.id = t.field_id)"));

    static final PersonRows TASKS = PersonRows.of("TASK", "crm.task", "subject_uuid")
            .namingByUuid()
            .only("t.subject_kind = 'PERSON'")
            .told(Fact.shared("t.title", "t.created_at").keptBy("t.organisation_id"));

    /** Everything, in the order in which it moves: rows of registers before what is derived of them. */
    static final PersonRows[] ALL = {
        SOURCE_RECORDS,
        STATEMENTS,
        AFFILIATIONS,
        PersonRows.of("REPLACEMENT", "crm.affiliation", "replaces_id"),
        MEMBERSHIPS,
        ABSENCES,
        PersonRows.of("COVER", "crm.absence", "covered_by"),
        PersonRows.of("AFFILIATION_CHANGE", "crm.affiliation_change", "person_id"),
        ACCOUNTS,
        OWN_VALUES,
        PersonRows.of("OWN_CHANGE", "crm.own_change_value", "subject_id")
                .numbered("change_id", "field_id")
                .only(OF_PERSONS)
                .clashing(Clash.stays(
                        "OWN_CHANGE", "a.change_id = b.change_id and a.field_id = b.field_id", "null", "true")),
        TASKS
    };

    private RegistryRows() {}
}
