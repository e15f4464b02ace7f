package nl.kring.crm.registry.merging;

import java.util.List;

/**
 * A table with rows that belong to persons, or to organisations, as a merge has to know it. All texts are SQL over the alias {@code t}, written
 * by the component that owns the table; nothing that anybody typed ever comes into them.
 *
 * @param kind what the rows are called in the account of a merge
 * @param row column with the number of a row
 * @param part column that tells apart rows with the same number; {@code 0} when there is none
 * @param person column that says whose it is
 * @param byUuid true when that column holds the person's UUID
 * @param only which rows are meant at all
 * @param clashes which rows of two persons cannot both be right
 * @param fact how a row is told to somebody who decides whose it is; null when nobody is asked
 */
public record PersonRows(
        String kind,
        String table,
        String row,
        String part,
        String person,
        boolean byUuid,
        String only,
        List<Clash> clashes,
        Fact fact) {

    /**
     * @param told SQL for what it says; {@code {key}} in it stands for a text of that key
     * @param since SQL for the moment it was written
     * @param keptBy SQL for the organisation that keeps it to itself; SQL null for none
     * @param only SQL for whether it is one; what is only derived is none
     */
    public record Fact(String told, String since, String keptBy, String only) {

        public static Fact shared(String told, String since) {
            return new Fact(told, since, "cast(null as bigint)", "true");
        }

        public Fact keptBy(String organisation) {
            return new Fact(told, since, organisation, only);
        }

        public Fact only(String condition) {
            return new Fact(told, since, keptBy, condition);
        }
    }

    /** Rows with a number of their own that name the person by number. */
    public static PersonRows of(String kind, String table, String person) {
        return new PersonRows(kind, table, "id", "0", person, false, "true", List.of(), null);
    }

    public PersonRows numbered(String rowColumn, String partColumn) {
        return new PersonRows(kind, table, rowColumn, partColumn, person, byUuid, only, clashes, fact);
    }

    public PersonRows namingByUuid() {
        return new PersonRows(kind, table, row, part, person, true, only, clashes, fact);
    }

    public PersonRows only(String condition) {
        return new PersonRows(kind, table, row, part, person, byUuid, condition, clashes, fact);
    }

    public PersonRows clashing(Clash... all) {
        return new PersonRows(kind, table, row, part, person, byUuid, only, List.of(all), fact);
    }

    public PersonRows told(Fact how) {
        return new PersonRows(kind, table, row, part, person, byUuid, only, clashes, how);
    }

    /** The number of a row of that alias. */
    String row(String alias) {
        return alias + "." + row;
    }

    /** What tells it apart. */
    String part(String alias) {
        return part.equals("0") ? "cast(0 as bigint)" : alias + "." + part;
    }

    String person(String alias) {
        return alias + "." + person;
    }

    /** Which rows are meant, for that alias. */
    String meant(String alias) {
        return only.replace("t.", alias + ".");
    }

    /**
     * Writes this table into SQL: {@code {table}}, {@code {kind}}, {@code {column}} and {@code {key}} (what names the person), and
     * for the aliases a, b and t {@code {t.row}}, {@code {t.part}}, {@code {t.person}}, {@code {t.only}}.
     */
    String fill(String sql) {
        String filled = sql.replace("{table}", table)
                .replace("{kind}", kind)
                .replace("{column}", person)
                .replace("{key}", byUuid ? "uuid" : "id");
        for (String alias : List.of("a", "b", "t")) {
            filled = filled.replace("{" + alias + ".row}", row(alias))
                    .replace("{" + alias + ".part}", part(alias))
                    .replace("{" + alias + ".person}", person(alias))
                    .replace("{" + alias + ".only}", meant(alias));
        }
        return filled;
    }

    boolean canStandBeside() {
        return clashes.stream().anyMatch(clash -> clash.outcome() == Clash.Outcome.BESIDE);
    }
}
