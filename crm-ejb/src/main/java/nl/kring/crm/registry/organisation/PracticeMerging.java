package nl.kring.crm.registry.organisation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Practices that turned out to be others: they lead to those, and whoever worked there works there. All of it is written down,
 * so that people can take it back.
 */
class PracticeMerging {

    private static final String MERGES = """
            with given as (
              select d.*, crm.organisation_survivor(d.stays) as root, ?::timestamptz as now
                from unnest(?::bigint[], ?::bigint[]) as d (gone, stays)),
            linked as (select * from unnest(?::bigint[], ?::bigint[]) as l (row_id, practice)),
            merge as (
              insert into crm.merge_event (id, uuid, subject, survivor_id, merged_id, how, merged_at, kept)
              select nextval('crm.entity_seq'), gen_random_uuid(), 'ORGANISATION', g.root, g.gone, 'AUTOMATIC', g.now,
                     array(select 'SOURCE_RECORD:' || r.id || ':0' from crm.source_record r
                            where r.workplace_id = g.root and r.id not in (select row_id from linked))
                from given g
              returning id, survivor_id as stays, merged_id as gone),
            """;

    /** Who has an affiliation with the one that stays keeps that one; the rows have been linked to it already. */
    private static final String MERGE = MERGES + """
            there as (
              select m.id as merge_id, m.stays, a.id, a.derived,
                     exists (select 1 from crm.affiliation s
                              where s.person_id = a.person_id and s.withdrawn_at is null
                                and (s.organisation_id = m.stays
                                     or s.id < a.id and s.organisation_id in (select e.gone from merge e where e.stays = m.stays))) as twice
                from merge m join crm.affiliation a on a.organisation_id = m.gone and a.withdrawn_at is null),
            withdrawn as (
              update crm.affiliation a set withdrawn_at = g.now, version = a.version + 1
                from there t cross join (select min(now) as now from given) g where a.id = t.id and t.twice
              returning a.id, a.version),
            moved as (
              update crm.affiliation a set organisation_id = t.stays, version = a.version + 1
                from there t where a.id = t.id and not t.twice),
            told as (
              insert into crm.merge_change (merge_id, kind, row_id, version_after)
              select t.merge_id, 'AFFILIATION', w.id, w.version from withdrawn w join there t on t.id = w.id),
            written as (
              insert into crm.merge_move (merge_id, kind, row_id, from_id, to_id)
              select t.merge_id, 'AFFILIATION', t.id, m.gone, m.stays from there t join merge m on m.id = t.merge_id where not t.twice
               union all
              select m.id, 'SOURCE_RECORD', r.row_id, m.gone, m.stays
                from linked r join merge m on m.gone = r.practice),
            forgotten as (delete from crm.practice_key k using merge m where k.organisation_id = m.gone)
            update crm.organisation o set merged_into_id = m.stays, version = o.version + 1 from merge m where o.id = m.gone""";

    private final Connection connection;
    private final Instant now;

    PracticeMerging(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /**
     * Each of the first goes up in the second that belongs to it.
     *
     * @param practiceOfRow rows of registers that were linked otherwise, with the practice that each was linked to before
     */
    void merge(Map<Long, Long> practices, Map<Long, Long> practiceOfRow) throws SQLException {
        if (practices.isEmpty()) {
            return;
        }
        List<Long> rows = new ArrayList<>();
        practiceOfRow.forEach((row, practice) -> {
            if (practices.containsKey(practice)) {
                rows.add(row);
            }
        });
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            merge.setArray(2, bigints(practices.keySet()));
            merge.setArray(3, bigints(practices.values()));
            merge.setArray(4, bigints(rows));
            merge.setArray(5, bigints(rows.stream().map(practiceOfRow::get).toList()));
            merge.executeUpdate();
        }
    }

    private Array bigints(Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }
}
