package nl.kring.crm.registry.organisation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Practices that turned out to be others: they lead to those, and whoever worked there works there. */
class PracticeMerging {

    private static final String GIVEN = "unnest(?::bigint[], ?::bigint[]) as d (gone, stays)";

    /** Who has an affiliation with the one that stays keeps that one. */
    private static final List<String> STEPS = List.of("""
            update crm.affiliation a set withdrawn_at = t.now, version = a.version + 1
              from (select d.*, ?::timestamptz as now from %s) t
             where a.organisation_id = t.gone and a.withdrawn_at is null
               and exists (select 1 from crm.affiliation s
                            where s.person_id = a.person_id and s.withdrawn_at is null
                              and (s.organisation_id = t.stays
                                   or s.id < a.id and s.organisation_id in (
                                        select e.gone from unnest(?::bigint[], ?::bigint[]) as e (gone, stays) where e.stays = t.stays)))""", """
            update crm.affiliation a set organisation_id = t.stays, version = a.version + 1
              from (select d.*, ?::timestamptz as now from %s) t
             where a.organisation_id = t.gone and a.withdrawn_at is null""", """
            update crm.organisation o set merged_into_id = t.stays, version = o.version + 1
              from (select d.*, ?::timestamptz as now from %s) t
             where o.id = t.gone""", """
            update crm.organisation o set merged_into_id = t.stays, version = o.version + 1
              from (select d.*, ?::timestamptz as now from %s) t
             where o.merged_into_id = t.gone""");

    private final Connection connection;
    private final Instant now;

    PracticeMerging(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Each of the first goes up in the second that belongs to it. */
    void merge(Map<Long, Long> practices) throws SQLException {
        if (practices.isEmpty()) {
            return;
        }
        for (String step : STEPS) {
            try (PreparedStatement update = connection.prepareStatement(step.formatted(GIVEN))) {
                update.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                for (int at = 2; at <= update.getParameterMetaData().getParameterCount(); at += 2) {
                    update.setArray(at, bigints(practices.keySet()));
                    update.setArray(at + 1, bigints(practices.values()));
                }
                update.executeUpdate();
            }
        }
        try (PreparedStatement forget =
                connection.prepareStatement("delete from crm.practice_key where organisation_id = any (?)")) {
            forget.setArray(1, bigints(practices.keySet()));
            forget.executeUpdate();
        }
    }

    private Array bigints(Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }
}
