package nl.kring.crm.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes and reads in sets what was wrong with the rows of a run. */
class ProblemTable {

    private static final int BATCH = 500;

    private final Connection connection;

    ProblemTable(Connection connection) {
        this.connection = connection;
    }

    void write(Long runId, List<RowProblem> problems) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into crm.import_problem (id, run_id, row_number, source_key, column_name, value, code, refused, raw)
                values (?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?::text[], ?::text[]))""")) {
            long id = 0;
            long last = -1;
            int waiting = 0;
            for (RowProblem problem : problems) {
                if (id > last) {
                    last = next();
                    id = last - 49; // one step of the sequence stands for fifty numbers, as in the entities
                }
                Map<String, String> raw = problem.refused() ? problem.raw() : Map.of();
                insert.setLong(1, id++);
                insert.setLong(2, runId);
                insert.setInt(3, problem.rowNumber());
                insert.setString(4, problem.sourceKey());
                insert.setString(5, problem.column());
                insert.setString(6, problem.value());
                insert.setString(7, problem.code());
                insert.setBoolean(8, problem.refused());
                insert.setArray(9, connection.createArrayOf("text", raw.keySet().toArray()));
                insert.setArray(
                        10, connection.createArrayOf("text", raw.values().toArray()));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    List<RefusedRow> refused(Long runId) throws SQLException {
        Map<Long, RefusedRow> refused = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select p.id, p.row_number, p.source_key, p.code, c.key, c.value
                  from crm.import_problem p
                  left join lateral jsonb_each_text(p.raw) c on true
                 where p.run_id = ? and p.refused
                 order by p.row_number, p.id""")) {
            query.setLong(1, runId);
            try (ResultSet cells = query.executeQuery()) {
                while (cells.next()) {
                    RefusedRow row = refused.get(cells.getLong(1));
                    if (row == null) {
                        row = new RefusedRow(
                                cells.getInt(2), cells.getString(3), cells.getString(4), new LinkedHashMap<>());
                        refused.put(cells.getLong(1), row);
                    }
                    if (cells.getString(5) != null) {
                        row.cells().put(cells.getString(5), cells.getString(6));
                    }
                }
            }
        }
        return List.copyOf(refused.values());
    }

    private long next() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select nextval('crm.entity_seq')");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
