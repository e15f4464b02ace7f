package nl.kring.crm.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads which rows a delivery no longer had, and what stands because of nothing but such a row. */
class MissingTable {

    private static final String READ = """
            with missing as materialized (
              select r.*, p.uuid as person_uuid, p.display_name, p.sort_name
                from crm.source_record r join crm.person p on p.id = r.person_id
               where r.missing_run_id = ? and (?::uuid is null or r.uuid = ?)
               order by r.missing_decision nulls first, p.sort_name, r.source_key limit ?),
            standing as (
              select m.id, 'AFFILIATION' as kind, a.uuid, a.role as term, a.organisation_id
                from missing m
                join crm.affiliation a on a.person_id = m.person_id and a.derived and a.withdrawn_at is null
                                      and a.said_by_id = m.organisation_id and (a.valid_to is null or a.valid_to >= ?)
               where (a.organisation_id = m.workplace_id
                      or exists (select 1 from crm.register_belonging b join crm.organisation o on o.code = b.organisation_code
                                  where b.register_code = m.register_code and b.becomes = 'AFFILIATION' and o.id = a.organisation_id))
                 and not exists (select 1 from crm.source_record q
                                  where q.person_id = m.person_id and q.missing_run_id is null
                                    and (q.workplace_id = a.organisation_id
                                         or q.register_id = m.register_id and a.organisation_id is distinct from m.workplace_id))
              union all
              select m.id, 'MEMBERSHIP', s.uuid, s.kind, s.organisation_id
                from missing m
                join crm.membership s on s.person_id = m.person_id and s.derived and s.withdrawn_at is null
                                     and s.said_by_id = m.organisation_id and (s.valid_to is null or s.valid_to >= ?)
               where not exists (select 1 from crm.source_record q
                                  where q.person_id = m.person_id and q.missing_run_id is null and q.register_id = m.register_id))
            select m.uuid, m.source_key, m.person_uuid, m.display_name, m.missing_decision, s.kind, s.uuid, s.term, o.name
              from missing m
              left join standing s on s.id = m.id
              left join crm.organisation o on o.id = s.organisation_id
             order by m.missing_decision nulls first, m.sort_name, m.source_key, s.kind, o.name""";

    private final Connection connection;

    MissingTable(Connection connection) {
        this.connection = connection;
    }

    /** @param one a single row; null for all */
    List<MissingRow> read(Long run, UUID one, LocalDate today, int most) throws SQLException {
        Map<UUID, MissingRow> found = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, run);
            query.setObject(2, one);
            query.setObject(3, one);
            query.setInt(4, most);
            query.setObject(5, today);
            query.setObject(6, today);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    MissingRow row = found.computeIfAbsent(
                            rows.getObject(1, UUID.class),
                            uuid -> new MissingRow(
                                    uuid,
                                    text(rows, 2),
                                    person(rows),
                                    text(rows, 4),
                                    text(rows, 5),
                                    new ArrayList<>()));
                    if (rows.getString(6) != null) {
                        row.standings()
                                .add(new MissingRow.Standing(
                                        rows.getString(6),
                                        rows.getObject(7, UUID.class),
                                        rows.getString(8),
                                        rows.getString(9)));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static String text(ResultSet rows, int at) {
        try {
            return rows.getString(at);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID person(ResultSet rows) {
        return UUID.fromString(text(rows, 3));
    }
}
