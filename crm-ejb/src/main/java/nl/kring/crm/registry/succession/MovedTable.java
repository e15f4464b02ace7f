package nl.kring.crm.registry.succession;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of periods that move along with an organisation.
 *
 * @param title under which the effect is kept
 * @param name of the table
 * @param place the column that names the organisation
 * @param key what tells two periods of one place apart
 * @param told further columns, with how several become one
 * @param side a condition beside the place
 */
record MovedTable(String title, String name, String place, List<String> key, List<Told> told, String side) {

    /** One column, and the aggregate that makes one value of several. */
    record Told(String column, String aggregate) {}

    static final MovedTable AFFILIATIONS = new MovedTable(
            "AFFILIATIONS",
            "crm.affiliation",
            "organisation_id",
            List.of("person_id", "role"),
            List.of(
                    new Told("fte", "least(sum(t.fte), 2)"),
                    new Told("main", "bool_or(t.main)"),
                    new Told("replaces_id", "min(t.replaces_id)"),
                    new Told("said_by_id", "min(t.said_by_id)"),
                    new Told("reason", "cast(:reason as text)")),
            "true");

    static final MovedTable MEMBERS = new MovedTable(
            "MEMBERS",
            "crm.membership",
            "organisation_id",
            List.of("person_id", "holder_id", "kind"),
            List.of(
                    new Told("number", "min(t.number)"),
                    new Told("said_by_id", "min(t.said_by_id)"),
                    new Told("reason", "cast(:reason as text)")),
            "(t.holder_id is null or t.holder_id <> all (cast(:involved as bigint[])))");

    static final MovedTable MEMBERSHIPS = new MovedTable(
            "MEMBERSHIPS",
            "crm.membership",
            "holder_id",
            List.of("organisation_id", "kind"),
            List.of(
                    new Told("number", "min(t.number)"),
                    new Told("said_by_id", "min(t.said_by_id)"),
                    new Told("reason", "cast(:reason as text)")),
            "t.organisation_id <> all (cast(:involved as bigint[]))");

    static final MovedTable RELATIONS_FROM = new MovedTable(
            "RELATIONS_FROM",
            "crm.organisation_relation",
            "from_id",
            List.of("to_id", "kind"),
            List.of(new Told("organisation_id", "cast(:author as bigint)")),
            "t.kind <> 'SUCCEEDS' and t.to_id <> all (cast(:involved as bigint[]))");

    static final MovedTable RELATIONS_TO = new MovedTable(
            "RELATIONS_TO",
            "crm.organisation_relation",
            "to_id",
            List.of("from_id", "kind"),
            List.of(new Told("organisation_id", "cast(:author as bigint)")),
            "t.kind <> 'SUCCEEDS' and t.from_id <> all (cast(:involved as bigint[]))");

    /** Who came instead of whom; never moves, but is taken back. */
    static final MovedTable SUCCEEDS = new MovedTable(
            "SUCCEEDS", "crm.organisation_relation", "from_id", List.of("to_id", "kind"), List.of(), "false");

    /** What moves with who works and belongs there, and of a split by choice. */
    static final List<MovedTable> PEOPLE = List.of(AFFILIATIONS, MEMBERS, MEMBERSHIPS);

    /** What moves when the old place ends. */
    static final List<MovedTable> RELATIONS = List.of(RELATIONS_FROM, RELATIONS_TO);

    /** True in SQL when the row called so has the same key as the one called t. */
    String sameKey(String other) {
        return key.stream()
                .map(column -> other + "." + column + " is not distinct from t." + column)
                .collect(Collectors.joining(" and "));
    }

    String keyOf(String row) {
        return key.stream().map(column -> row + "." + column).collect(Collectors.joining(", "));
    }
}
