package nl.kring.crm.registry.lists;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** The lines of one frozen list: written once, in order. */
class FrozenLines {

    private static final int BATCH = 500;

    private final Connection connection;
    private final long list;

    FrozenLines(Connection connection, long list) {
        this.connection = connection;
        this.list = list;
    }

    void write(List<FrozenLine> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into crm.frozen_line (list_id, position, subject_uuid, cells) values (?, ?, ?, ?)")) {
            for (int at = 0; at < lines.size(); at++) {
                insert.setLong(1, list);
                insert.setInt(2, at);
                insert.setObject(3, lines.get(at).subject());
                insert.setArray(
                        4,
                        connection.createArrayOf("text", lines.get(at).cells().toArray()));
                insert.addBatch();
                if ((at + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    List<FrozenLine> read() throws SQLException {
        List<FrozenLine> lines = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select subject_uuid, cells from crm.frozen_line where list_id = ? order by position")) {
            query.setLong(1, list);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String[] cells = (String[]) rows.getArray(2).getArray();
                    lines.add(new FrozenLine(
                            rows.getObject(1, UUID.class), Collections.unmodifiableList(Arrays.asList(cells))));
                }
            }
        }
        return lines;
    }
}
