package nl.kring.crm.registry.provenance;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.Profession;

/** Reads what rows, and what was typed in by hand, say of persons. */
class KnownTable {

    private static final int FETCHED = 5000;

    private static final String ALL = "true";

    /** Everybody's, or with a condition on the person. */
    private static final String KNOWN = """
            select r.person_id, r.register_code, r.source_key, r.birth_name, r.partner_name, r.initials, r.given_name, r.gender,
                   r.birth_date, r.profession, r.big, r.agb, r.practice_name, r.practice_agb, r.street, r.house_number,
                   r.postcode, r.place, r.phone, r.mobile, r.email
              from crm.source_record r
             where %1$s
            union all
            select p.id, '', p.uuid::text, s.birth_name, s.partner_name, s.initials, s.given_name, s.gender,
                   s.birth_date, s.profession, s.big, s.agb, s.practice_name, null, null, null, null, null, s.phone, s.mobile, s.email
              from crm.person p
              join (select person_id,
                           max(value) filter (where field = 'birthName') as birth_name,
                           max(value) filter (where field = 'partnerName') as partner_name,
                           max(value) filter (where field = 'initials') as initials,
                           max(value) filter (where field = 'givenName') as given_name,
                           max(value) filter (where field = 'gender') as gender,
                           max(value::date) filter (where field = 'birthDate') as birth_date,
                           max(value) filter (where field = 'profession') as profession,
                           max(value) filter (where field = 'big') as big,
                           max(value) filter (where field = 'agb') as agb,
                           max(value) filter (where field = 'workplace') as practice_name,
                           max(value) filter (where field = 'phone') as phone,
                           max(value) filter (where field = 'mobile') as mobile,
                           max(value) filter (where field = 'email') as email
                      from crm.statement r
                     where withdrawn_at is null and %1$s
                     group by person_id) s on s.person_id = p.id
             where p.merged_into_id is null""";

    private final Connection connection;

    KnownTable(Connection connection) {
        this.connection = connection;
    }

    List<KnownRecord> known() throws SQLException {
        return known(ALL, List.of());
    }

    List<KnownRecord> knownOf(Collection<Long> personIds) throws SQLException {
        Array persons = connection.createArrayOf("bigint", personIds.toArray());
        return known("r.person_id = any (?)", List.of(persons, persons));
    }

    private List<KnownRecord> known(String which, List<Array> values) throws SQLException {
        List<KnownRecord> known = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(KNOWN.formatted(which))) {
            for (int at = 0; at < values.size(); at++) {
                query.setArray(at + 1, values.get(at));
            }
            query.setFetchSize(FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.add(says(rows, 1));
                }
            }
        }
        return known;
    }

    /** What a row says whose columns begin there. */
    static KnownRecord says(ResultSet rows, int from) throws SQLException {
        return new KnownRecord(
                rows.getObject(from, Long.class),
                rows.getString(from + 1),
                rows.getString(from + 2),
                rows.getString(from + 3),
                rows.getString(from + 4),
                rows.getString(from + 5),
                rows.getString(from + 6),
                value(Gender.class, rows.getString(from + 7)),
                rows.getObject(from + 8, LocalDate.class),
                value(Profession.class, rows.getString(from + 9)),
                rows.getString(from + 10),
                rows.getString(from + 11),
                rows.getString(from + 12),
                rows.getString(from + 13),
                rows.getString(from + 14),
                rows.getString(from + 15),
                rows.getString(from + 16),
                rows.getString(from + 17),
                rows.getString(from + 18),
                rows.getString(from + 19),
                rows.getString(from + 20));
    }

    private static <T extends Enum<T>> T value(Class<T> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
