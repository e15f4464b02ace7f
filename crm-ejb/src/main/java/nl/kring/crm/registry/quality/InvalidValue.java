package nl.kring.crm.registry.quality;

import java.util.List;

/**
 * A value that cannot be right, as a condition in SQL over {@code p}.
 *
 * @param field the field of the person that mends it
 * @param column where it is shown
 */
record InvalidValue(String field, String column, String condition) {

    /** Each is null where the value is. A number that somebody accounted for is left alone. */
    static final List<InvalidValue> ALL = List.of(
            new InvalidValue("big", "p.big", """
                    not crm.is_big(p.big)
                    and not exists (select 1 from crm.statement x
                                     where x.person_id = p.id and x.field = 'big' and x.value = p.big
                                       and x.override_reason is not null and x.withdrawn_at is null)"""),
            new InvalidValue("agb", "p.agb", "not crm.is_agb(p.agb)"),
            new InvalidValue(
                    "address", "p.workplace_postcode", "p.workplace_postcode !~ '^[1-9][0-9]{3} (?!S[ADS])[A-Z]{2}$'"),
            new InvalidValue("phone", "p.phone", "p.phone !~ '^[+][1-9][0-9]{7,14}$'"),
            new InvalidValue("email", "p.email", "p.email !~ '^[^@[:space:]]+@[^@[:space:].]+([.][^@[:space:].]+)+$'"));

    static final String ANY = ALL.stream()
            .map(value -> "coalesce(" + value.condition + ", false)")
            .reduce((one, other) -> one + " or " + other)
            .map(all -> "(" + all + ")")
            .orElseThrow();

    /** The value itself where it is invalid, else null. */
    String selected() {
        return "case when " + condition + " then " + column + " end";
    }
}
