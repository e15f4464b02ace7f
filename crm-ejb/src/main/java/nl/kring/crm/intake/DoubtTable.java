package nl.kring.crm.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.kring.crm.intake.matching.Field;
import nl.kring.crm.intake.matching.Verdict;

/** Writes what a run leaves to people, in sets. What is open already is brought up to date. */
class DoubtTable {

    private static final String WRITE = """
            with found as (
              select d.score, d.one_register, d.evidence,
                     case when o.merged_into_id is null then o.id else crm.survivor_of(o.id) end as person,
                     case when t.merged_into_id is null then t.id else crm.survivor_of(t.id) end as person_two
                from unnest(?::bigint[], ?::bigint[], ?::numeric[], ?::boolean[], ?::text[])
                     as d (one, two, score, one_register, evidence)
                join crm.person o on o.id = d.one
                join crm.person t on t.id = d.two)
            insert into crm.review_item (id, uuid, one_id, other_id, score, model_version, one_register, evidence, run_id, state, found_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), x.*
              from (select distinct on (least(person, person_two), greatest(person, person_two))
                           least(person, person_two), greatest(person, person_two), score, ?, one_register,
                           string_to_array(evidence, '|'), ?::bigint, 'OPEN', ?::timestamptz
                      from found
                     where person <> person_two
                     order by least(person, person_two), greatest(person, person_two), score desc) x
                on conflict (one_id, other_id) where state = 'OPEN'
                do update set score = excluded.score, model_version = excluded.model_version,
                              one_register = excluded.one_register, evidence = excluded.evidence, version = review_item.version + 1,
                              was_before_run = excluded.run_id,
                              was = case when review_item.was_before_run = excluded.run_id then review_item.was else
                                    jsonb_build_object('score', review_item.score, 'model_version', review_item.model_version,
                                                       'one_register', review_item.one_register, 'evidence', review_item.evidence) end""";

    /** Two persons who may be one. */
    record Found(Long one, Long other, Verdict verdict) {}

    private final Connection connection;

    DoubtTable(Connection connection) {
        this.connection = connection;
    }

    int write(List<Found> doubts, String model, Long run, Instant now) throws SQLException {
        if (doubts.isEmpty()) {
            return 0;
        }
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            put(insert, 1, "bigint", doubts, Found::one);
            put(insert, 2, "bigint", doubts, Found::other);
            put(insert, 3, "numeric", doubts, doubt -> doubt.verdict().bits());
            put(insert, 4, "boolean", doubts, doubt -> doubt.verdict().oneRegister());
            put(insert, 5, "text", doubts, doubt -> evidence(doubt.verdict()));
            insert.setString(6, model);
            insert.setObject(7, run);
            insert.setObject(8, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            return insert.executeUpdate();
        }
    }

    private void put(PreparedStatement insert, int at, String type, List<Found> doubts, Function<Found, Object> part)
            throws SQLException {
        insert.setArray(
                at, connection.createArrayOf(type, doubts.stream().map(part).toArray()));
    }

    static String evidence(Verdict verdict) {
        StringBuilder lines = new StringBuilder();
        for (Field field : Field.values()) {
            int at = field.ordinal();
            if (verdict.levels()[at] != null) {
                lines.append(lines.isEmpty() ? "" : "|")
                        .append(String.format(
                                Locale.ROOT,
                                "%s %.1f %.7f",
                                verdict.levels()[at].name(),
                                verdict.weights()[at],
                                verdict.shares()[at]));
            }
        }
        return lines.toString();
    }
}
