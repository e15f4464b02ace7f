package nl.kring.crm.registry.organisation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What people decided about practices, which goes before what their rows look like: of which practice a row is, for good, and
 * which practice has become which.
 */
class PracticeDecisions {

    /** Rows of practices that people keep apart, and rows that people brought along when they made one of two. */
    private static final String DECIDED = """
            select r.id, o.id
              from crm.not_same n
              join crm.not_same_record x on x.not_same_id = n.id
              join crm.source_record r on r.register_id = x.register_id and r.source_key = x.source_key
              join crm.organisation o on o.uuid = case when x.side = 1 then n.one_uuid else n.other_uuid end
             where n.subject = 'ORGANISATION' and n.lifted_by is null
            union all
            select m.row_id, m.from_id
              from crm.merge_event e join crm.merge_move m on m.merge_id = e.id
             where e.subject = 'ORGANISATION' and e.how = 'MANUAL' and e.undone_at is null and m.kind = 'SOURCE_RECORD'
               and m.overtaken_by is null
             order by 1, 2""";

    private static final String MERGED = """
            select o.id, crm.organisation_survivor(o.id) from crm.organisation o where o.merged_into_id is not null""";

    private final Map<Long, Long> practiceOfRow;
    private final Map<Long, Long> becameWhat;
    private final Set<Long> decided;

    private PracticeDecisions(Map<Long, Long> practiceOfRow, Map<Long, Long> becameWhat) {
        this.practiceOfRow = practiceOfRow;
        this.becameWhat = becameWhat;
        this.decided = new HashSet<>(practiceOfRow.values());
    }

    static PracticeDecisions read(Connection connection) throws SQLException {
        return new PracticeDecisions(pairs(connection, DECIDED), pairs(connection, MERGED));
    }

    private static Map<Long, Long> pairs(Connection connection, String sql) throws SQLException {
        Map<Long, Long> pairs = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                pairs.put(found.getLong(1), found.getLong(2));
            }
        }
        return pairs;
    }

    /** The practice of a row: as it was decided, else the one that is given. */
    Long practiceOf(long row, Long otherwise) {
        return practiceOfRow.getOrDefault(row, otherwise);
    }

    /** True when somebody decided about a practice, so that it does not go up in another by itself. */
    boolean about(Long practice) {
        return decided.contains(practice);
    }

    /** What a practice is now. */
    Long now(Long practice) {
        return practice == null ? null : becameWhat.getOrDefault(practice, practice);
    }
}
