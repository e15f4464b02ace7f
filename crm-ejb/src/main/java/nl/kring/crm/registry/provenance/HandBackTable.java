package nl.kring.crm.registry.provenance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads rows beside what is shown of their persons, and keeps which rows were handed back otherwise. */
class HandBackTable {

    private static final String READ = """
            select r.id, r.row_number,
                   array(select c.key from jsonb_each_text(r.raw) c order by c.key collate "C"),
                   array(select c.value from jsonb_each_text(r.raw) c order by c.key collate "C"),
                   p.birth_prefix, p.birth_name, p.initials, p.given_name, p.birth_date, p.big, p.agb, p.phone, p.email
              from crm.source_record r join crm.person p on p.id = r.person_id
             where r.register_id = ? and r.missing_run_id is null
             order by r.row_number, r.source_key""";

    private final Connection connection;

    HandBackTable(Connection connection) {
        this.connection = connection;
    }

    List<RowToHandBack> read(Long register) throws SQLException {
        List<RowToHandBack> read = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, register);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String[] headers = (String[]) rows.getArray(3).getArray();
                    String[] texts = (String[]) rows.getArray(4).getArray();
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int at = 0; at < headers.length; at++) {
                        cells.put(headers[at], texts[at]);
                    }
                    Map<String, String> shown = new LinkedHashMap<>();
                    for (int at = 0; at < RowToHandBack.FIELDS.size(); at++) {
                        shown.put(RowToHandBack.FIELDS.get(at), rows.getString(6 + at));
                    }
                    read.add(new RowToHandBack(rows.getLong(1), rows.getInt(2), cells, shown, rows.getString(5)));
                }
            }
        }
        return read;
    }

    void keep(Long register, Map<Long, byte[]> hashes, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into crm.handed_back (record_id, register_id, content_hash, handed_at)
                select d.id, ?, d.hash, ? from unnest(?::bigint[], ?::bytea[]) as d (id, hash)
                    on conflict (record_id) do update set content_hash = excluded.content_hash, handed_at = excluded.handed_at""")) {
            insert.setLong(1, register);
            insert.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setArray(
                    3, connection.createArrayOf("bigint", hashes.keySet().toArray()));
            insert.setArray(4, connection.createArrayOf("bytea", hashes.values().toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }
}
