package nl.kring.crm.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Writes and reads in sets what a run does with rows. */
class EffectTable {

    private static final String BETWEEN = "\u001f"; // no cell has it: what nobody can see is taken out of cells

    private static final String WRITE = """
            insert into crm.import_effect (run_id, kind, row_number, source_key, name, record_id, person_id, other, details)
            select ?, d.kind, d.row_number, d.source_key, d.name, d.record_id, d.person_id, d.other,
                   coalesce(string_to_array(d.details, chr(31)), '{}')
              from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
                   with ordinality as d (kind, row_number, source_key, name, record_id, person_id, other, details, place)
             order by d.place""";

    /** Who was merged since is shown as the survivor; a row or person that was taken back is not shown at all. */
    private static final String READ = """
            select e.kind, e.row_number, e.source_key, e.name, p.uuid, p.display_name, e.other, r.uuid, e.details
              from crm.import_effect e
              left join crm.person p on p.id = crm.survivor_of(e.person_id)
              left join crm.source_record r on r.id = e.record_id
             where e.run_id = ? and e.kind = ?
             order by e.id offset ? limit ?""";

    private final Connection connection;

    EffectTable(Connection connection) {
        this.connection = connection;
    }

    void write(Long run, List<Effect> effects) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            insert.setLong(1, run);
            put(insert, 2, "text", effects, effect -> effect.kind().name());
            put(insert, 3, "integer", effects, Effect::rowNumber);
            put(insert, 4, "text", effects, Effect::sourceKey);
            put(insert, 5, "text", effects, Effect::name);
            put(insert, 6, "bigint", effects, Effect::recordId);
            put(insert, 7, "bigint", effects, Effect::personId);
            put(insert, 8, "text", effects, Effect::other);
            put(
                    insert,
                    9,
                    "text",
                    effects,
                    effect -> effect.details().isEmpty() ? null : String.join(BETWEEN, effect.details()));
            insert.executeUpdate();
        }
    }

    private void put(PreparedStatement insert, int at, String type, List<Effect> effects, Function<Effect, Object> part)
            throws SQLException {
        insert.setArray(
                at, connection.createArrayOf(type, effects.stream().map(part).toArray()));
    }

    List<EffectLine> read(Long run, EffectKind kind, int from, int most) throws SQLException {
        List<EffectLine> lines = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, run);
            query.setString(2, kind.name());
            query.setInt(3, from);
            query.setInt(4, most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(new EffectLine(
                            EffectKind.valueOf(rows.getString(1)),
                            rows.getObject(2, Integer.class),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getObject(5, UUID.class),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getObject(8, UUID.class),
                            differences((String[]) rows.getArray(9).getArray())));
                }
            }
        }
        return lines;
    }

    private static List<EffectLine.Difference> differences(String[] details) {
        List<EffectLine.Difference> changes = new ArrayList<>();
        for (int at = 0; at + 2 < details.length; at += 3) {
            changes.add(new EffectLine.Difference(details[at], details[at + 1], details[at + 2]));
        }
        return changes;
    }
}
