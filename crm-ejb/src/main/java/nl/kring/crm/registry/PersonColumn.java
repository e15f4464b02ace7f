package nl.kring.crm.registry;

import java.util.Arrays;
import java.util.Optional;

/** What a list of persons can show, each with the SQL that reads it from a person p and the workplace w of the day. */
public enum PersonColumn {
    NAME("name", "p.display_name"),
    PROFESSION("profession", "p.profession"),
    ROLE("role", "w.role"),
    WORKPLACE("workplace", "%1$s"),
    PLACE("place", "%2$s"),
    MUNICIPALITY("municipality", "%3$s"),
    MEMBERSHIPS("memberships", """
            (select string_agg(distinct coalesce(o.code, o.name), ', ' order by coalesce(o.code, o.name))
               from crm.membership m join crm.organisation o on o.id = m.organisation_id
              where m.person_id = p.id and m.withdrawn_at is null
                and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to >= :day))"""),
    BIG("big", "p.big"),
    AGB("agb", "p.agb"),
    EMAIL("email", "p.email"),
    PHONE("phone", "p.phone"),
    GIVEN_NAME("givenName", "p.given_name"),
    INITIALS("initials", "p.initials"),
    CONFIRMED("confirmed", "cast(cast(p.confirmed_at at time zone 'Europe/Amsterdam' as date) as text)"),
    REGISTERS("registers", """
            (select string_agg(distinct r.register_code, ', ' order by r.register_code)
               from crm.source_record r where r.person_id = p.id)""");

    private final String code;
    private final String sql;

    PersonColumn(String code, String sql) {
        this.code = code;
        this.sql = sql;
    }

    /** The name of the column in addresses. */
    public String code() {
        return code;
    }

    /** Workplace, place and municipality are read as the list reads them on its day. */
    String sql(String workplace, String place, String municipality) {
        return sql.formatted(workplace, place, municipality);
    }

    static Optional<PersonColumn> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
