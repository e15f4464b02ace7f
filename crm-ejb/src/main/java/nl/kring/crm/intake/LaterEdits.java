package nl.kring.crm.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what people did since a run with the persons that it touched; what organisations keep to themselves only counts. */
class LaterEdits {

    private static final int MOST = 500;

    private static final String READ = """
            with touched as materialized (
              select distinct r.person_id from crm.source_record_history h join crm.source_record r on r.id = h.record_id
               where h.run_id = ?),
            edit as (
              select s.person_id, 'STATEMENT' as kind from crm.statement s
               where s.withdrawn_at is null and s.said_at > ? and s.person_id in (select person_id from touched)
              union all
              select a.person_id, 'AFFILIATION' from crm.affiliation a
               where not a.derived and a.withdrawn_at is null and a.created_at > ?
                 and a.person_id in (select person_id from touched)
              union all
              select m.person_id, 'MEMBERSHIP' from crm.membership m
               where not m.derived and m.withdrawn_at is null and m.created_at > ?
                 and m.person_id in (select person_id from touched)
              union all
              select e.survivor_id, 'MERGE' from crm.merge_event e
               where e.subject = 'PERSON' and e.undone_at is null and e.merged_at > ?
                 and e.survivor_id in (select person_id from touched)
                 and not exists (select 1 from crm.import_merge i where i.merge_uuid = e.uuid))
            select p.uuid, p.display_name, e.kind, count(*)
              from edit e join crm.person p on p.id = e.person_id
             group by p.uuid, p.display_name, p.sort_name, e.kind
             order by p.sort_name, p.uuid, e.kind limit\s""" + MOST;

    private final Connection connection;

    LaterEdits(Connection connection) {
        this.connection = connection;
    }

    List<LaterEdit> since(Long run, Instant finished) throws SQLException {
        List<LaterEdit> edits = new ArrayList<>();
        if (finished == null) {
            return edits;
        }
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, run);
            for (int at = 2; at <= 5; at++) {
                query.setObject(at, OffsetDateTime.ofInstant(finished, ZoneOffset.UTC));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    edits.add(new LaterEdit(
                            rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3), rows.getLong(4)));
                }
            }
        }
        return edits;
    }
}
