package nl.kring.crm.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Field;
import nl.kring.crm.intake.matching.Verdict;

/** Writes what a run leaves to people, in sets. What is open already is brought up to date. */
class DoubtTable {

    private static final String WRITE = """
            with found as (
              select d.*,
                     coalesce(r.person_id, p.id) as person, coalesce(s.person_id, q.id) as person_two
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::boolean[], ?::text[])
                     as d (register, key, other_register, other_key, score, one_register, evidence)
                left join crm.source_record r on r.register_code = d.register and r.source_key = d.key
                left join crm.person p on d.register = '' and p.uuid::text = d.key
                left join crm.source_record s on s.register_code = d.other_register and s.source_key = d.other_key
                left join crm.person q on d.other_register = '' and q.uuid::text = d.other_key)
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
                              one_register = excluded.one_register, evidence = excluded.evidence, version = review_item.version + 1""";

    private final Connection connection;

    DoubtTable(Connection connection) {
        this.connection = connection;
    }

    int write(List<Placement.Doubt> doubts, String model, Long run, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            texts(insert, 1, doubts.stream().map(doubt -> doubt.one().register()));
            texts(insert, 2, doubts.stream().map(doubt -> doubt.one().key()));
            texts(insert, 3, doubts.stream().map(doubt -> doubt.other().register()));
            texts(insert, 4, doubts.stream().map(doubt -> doubt.other().key()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "numeric",
                            doubts.stream().map(doubt -> doubt.verdict().bits()).toArray()));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "boolean",
                            doubts.stream()
                                    .map(doubt -> doubt.verdict().oneRegister())
                                    .toArray()));
            texts(insert, 7, doubts.stream().map(doubt -> evidence(doubt.verdict())));
            insert.setString(8, model);
            insert.setObject(9, run);
            insert.setObject(10, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            return insert.executeUpdate();
        }
    }

    private void texts(PreparedStatement statement, int at, Stream<String> texts) throws SQLException {
        statement.setArray(at, connection.createArrayOf("text", texts.toArray()));
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
