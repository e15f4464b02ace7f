package nl.kring.crm.registry.provenance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.ManyRows;

/** Rows of deliveries on their way in: put down as the file is read, and laid beside what the register brought before. */
class IncomingTable {

    private static final int FETCHED = 5000;

    /** Between cells; no cell has it: what nobody can see is taken out of cells. */
    private static final String BETWEEN = "\u001f";

    private static final String PUT = """
            insert into crm.incoming_row (run_id, row_number, source_key, content_hash, raw, %1$s)
            select ?, d.row_number, d.source_key, d.content_hash, jsonb_object(string_to_array(d.raw, chr(31))), %2$s
              from unnest(?::integer[], ?::text[], ?::bytea[], ?::text[], %3$s)
                   as d (row_number, source_key, content_hash, raw, %1$s)""".formatted(
                    String.join(", ", SourceRecordTable.TYPED),
                    SourceRecordTable.TYPED.stream()
                            .map(column -> "d." + column + (SourceRecordTable.isDate(column) ? "::date" : ""))
                            .collect(Collectors.joining(", ")),
                    SourceRecordTable.TYPED.stream().map(column -> "?::text[]").collect(Collectors.joining(", ")));

    private static final String BESIDE = """
             crm.incoming_row i
              left join crm.source_record r on r.register_id = ? and r.source_key = i.source_key
              left join crm.handed_back h on h.record_id = r.id""";

    private static final String ARRIVED = """
            select i.row_number, r.id, coalesce(h.content_hash = i.content_hash, false), r.person_id, ?, i.source_key,
                   i.birth_name, i.partner_name, i.initials, i.given_name, i.gender, i.birth_date, i.profession, i.big, i.agb,
                   i.practice_name, i.practice_agb, i.street, i.house_number, i.postcode, i.place, i.phone, i.mobile, i.email
              from\s""" + BESIDE + """

             where i.run_id = ? and (r.id is null or r.content_hash <> i.content_hash or r.mapping_version <> ?)
             order by i.row_number""";

    private static final String ALL_HANDED_BACK = """
            select not exists (select 1 from\s""" + BESIDE + """

                                where i.run_id = ? and h.content_hash is distinct from i.content_hash)""";

    private static final String RETURNED = """
            select r.source_key, r.id, r.person_id
              from crm.source_record r
             where r.register_id = ? and r.missing_run_id is not null
               and exists (select 1 from crm.incoming_row i where i.run_id = ? and i.source_key = r.source_key)""";

    private static final String VANISHED = """
            select r.source_key, r.id, r.person_id
              from crm.source_record r
             where r.register_id = ? and r.missing_run_id is null
               and not exists (select 1 from crm.incoming_row i where i.run_id = ? and i.source_key = r.source_key)""";

    private final Connection connection;

    IncomingTable(Connection connection) {
        this.connection = connection;
    }

    void put(Long run, List<IncomingRecord> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setLong(1, run);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "integer",
                            rows.stream().map(IncomingRecord::rowNumber).toArray(Integer[]::new)));
            insert.setArray(3, texts(rows, IncomingRecord::sourceKey));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea",
                            rows.stream().map(IncomingRecord::contentHash).toArray(byte[][]::new)));
            insert.setArray(5, texts(rows, row -> cells(row.raw())));
            List<Object[]> typed = rows.stream()
                    .map(row -> SourceRecordTable.typed(row.values()))
                    .toList();
            for (int column = 0; column < SourceRecordTable.TYPED.size(); column++) {
                int at = column;
                insert.setArray(6 + column, texts(typed, values -> Objects.toString(values[at], null)));
            }
            insert.executeUpdate();
        }
    }

    private static String cells(Map<String, String> raw) {
        return raw.entrySet().stream()
                .flatMap(cell -> Stream.of(cell.getKey(), cell.getValue()))
                .collect(Collectors.joining(BETWEEN));
    }

    private <T> java.sql.Array texts(List<T> rows, Function<T, String> part) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(part).toArray(String[]::new));
    }

    void forget(Long run) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from crm.incoming_row where run_id = ?")) {
            delete.setLong(1, run);
            delete.executeUpdate();
        }
    }

    List<ArrivedRow> arrived(Delivery delivery) throws SQLException {
        return ManyRows.joined(connection, () -> asked(delivery));
    }

    private List<ArrivedRow> asked(Delivery delivery) throws SQLException {
        List<ArrivedRow> arrived = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ARRIVED)) {
            query.setString(1, delivery.registerCode());
            query.setLong(2, delivery.registerId());
            query.setLong(3, delivery.runId());
            query.setInt(4, delivery.mappingVersion());
            query.setFetchSize(FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    arrived.add(new ArrivedRow(
                            rows.getInt(1),
                            rows.getObject(2, Long.class),
                            rows.getBoolean(3),
                            KnownTable.says(rows, 4)));
                }
            }
        }
        return arrived;
    }

    /** True when every row is as the organisation was handed it back. */
    boolean allHandedBack(Delivery delivery) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ALL_HANDED_BACK)) {
            query.setLong(1, delivery.registerId());
            query.setLong(2, delivery.runId());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** Stored rows that were missing and are there again, by key. */
    Map<String, StoredRow> returned(Delivery delivery) throws SQLException {
        return stored(RETURNED, delivery);
    }

    /** Stored rows that are not among those that were put down, by key. */
    Map<String, StoredRow> vanished(Delivery delivery) throws SQLException {
        return stored(VANISHED, delivery);
    }

    private Map<String, StoredRow> stored(String which, Delivery delivery) throws SQLException {
        return ManyRows.joined(connection, () -> read(which, delivery));
    }

    private Map<String, StoredRow> read(String which, Delivery delivery) throws SQLException {
        Map<String, StoredRow> stored = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(which)) {
            query.setLong(1, delivery.registerId());
            query.setLong(2, delivery.runId());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    stored.put(rows.getString(1), new StoredRow(rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return stored;
    }

    /** What some rows call the person, and their cells as they were handed over, by the number of the row. */
    Map<Integer, IncomingExample> examples(Long run, Collection<Integer> numbers) throws SQLException {
        Map<Integer, IncomingExample> examples = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select i.row_number,
                       concat_ws(' ', coalesce(i.given_name, i.initials), i.birth_prefix, coalesce(i.birth_name, i.partner_name)),
                       array(select c.key from jsonb_each_text(i.raw) c order by c.key collate "C"),
                       array(select c.value from jsonb_each_text(i.raw) c order by c.key collate "C")
                  from crm.incoming_row i where i.run_id = ? and i.row_number = any (?)""")) {
            query.setLong(1, run);
            query.setArray(2, connection.createArrayOf("integer", numbers.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String[] headers = (String[]) rows.getArray(3).getArray();
                    String[] texts = (String[]) rows.getArray(4).getArray();
                    Map<String, String> cells = new TreeMap<>();
                    for (int at = 0; at < headers.length; at++) {
                        cells.put(headers[at], texts[at]);
                    }
                    examples.put(rows.getInt(1), new IncomingExample(rows.getString(2), cells));
                }
            }
        }
        return examples;
    }
}
