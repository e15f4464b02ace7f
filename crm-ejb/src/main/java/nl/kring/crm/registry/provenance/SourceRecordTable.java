package nl.kring.crm.registry.provenance;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes source records in sets. */
class SourceRecordTable {

    private static final int BATCH = 5000;
    private static final int IDS_AT_ONCE = 50; // one step of the sequence stands for this many, as in the entities

    static final List<String> TYPED = List.of(
            "birth_name",
            "birth_prefix",
            "partner_name",
            "partner_prefix",
            "name_usage",
            "initials",
            "given_name",
            "gender",
            "birth_date",
            "profession",
            "big",
            "agb",
            "practice_name",
            "practice_agb",
            "street",
            "house_number",
            "house_suffix",
            "postcode",
            "place",
            "phone",
            "mobile",
            "email",
            "valid_from",
            "valid_to",
            "role");

    private static final List<String> DATES = List.of("birth_date", "valid_from", "valid_to");

    private static final String COPIED = String.join(", ", TYPED);

    private static final String INSERT = """
            insert into crm.source_record (id, uuid, register_id, register_code, organisation_id, source_rank, run_id,
                                           mapping_version, delivered_at, private_fields, person_id, linked_how, workplace_id, row_number,
                                           source_key, content_hash, raw, %1$s)
            select d.id, gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, d.person_id, case when d.first then 'NEW' else 'AUTOMATIC' end,
                   d.workplace_id, i.row_number, i.source_key, i.content_hash, i.raw, i.%2$s
              from unnest(?::bigint[], ?::integer[], ?::bigint[], ?::boolean[], ?::bigint[])
                   as d (id, row_number, person_id, first, workplace_id)
              join crm.incoming_row i on i.run_id = ? and i.row_number = d.row_number
             order by d.row_number""".formatted(COPIED, COPIED.replace(", ", ", i."));

    private static final String UPDATE = """
            update crm.source_record r
               set source_rank = ?, run_id = ?, mapping_version = ?, delivered_at = ?, private_fields = ?,
                   row_number = i.row_number, content_hash = i.content_hash, raw = i.raw, %s
              from unnest(?::bigint[], ?::integer[]) as d (id, row_number)
              join crm.incoming_row i on i.run_id = ? and i.row_number = d.row_number
             where r.id = d.id
            returning r.person_id""".formatted(
                    TYPED.stream().map(column -> column + " = i." + column).collect(Collectors.joining(", ")));

    private final Connection connection;

    SourceRecordTable(Connection connection) {
        this.connection = connection;
    }

    /** Copies rows that were put down; a part at a time, so that somebody may ask to stop in between. */
    Set<Long> add(Delivery delivery, List<PlacedRow> added, Runnable between) throws SQLException {
        Set<Long> touched = new TreeSet<>();
        Map<Long, Long> survivors = hold(added);
        Deque<Long> ids = ids(added.size());
        personsHeld("yes");
        for (int from = 0; from < added.size(); from += BATCH) {
            List<PlacedRow> some = added.subList(from, Math.min(from + BATCH, added.size()));
            some.forEach(row -> touched.add(survivors.getOrDefault(row.personId(), row.personId())));
            insert(delivery, some, survivors, ids);
            between.run();
        }
        personsHeld("");
        new RowHistory(connection).rememberNew(delivery.runId());
        return touched;
    }

    /** Keeps persons who were there before from being merged now; answers the survivors of those who were a moment ago. */
    private Map<Long, Long> hold(List<PlacedRow> added) throws SQLException {
        Set<Long> begun = new HashSet<>();
        added.stream().filter(PlacedRow::first).forEach(row -> begun.add(row.personId()));
        Object[] others = added.stream()
                .map(PlacedRow::personId)
                .filter(person -> !begun.contains(person))
                .distinct()
                .toArray();
        try (PreparedStatement lock = connection.prepareStatement("""
                select p.id from crm.person p where p.id = any (?) order by p.id for key share""")) {
            lock.setArray(1, connection.createArrayOf("bigint", others));
            lock.executeQuery().close();
        }
        Map<Long, Long> survivors = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select p.id, crm.survivor_of(p.id) from crm.person p where p.id = any (?) and p.merged_into_id is not null""")) {
            query.setArray(1, connection.createArrayOf("bigint", others));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    survivors.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return survivors;
    }

    private void personsHeld(String held) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('crm.persons_held', ?, true)")) {
            set.setString(1, held);
            set.executeQuery().close();
        }
    }

    /** Lets stored rows say what was put down instead. */
    Set<Long> change(Delivery delivery, Map<Long, Integer> changed, Runnable between) throws SQLException {
        new RowHistory(connection).remember(changed.keySet(), delivery.runId());
        Set<Long> touched = new TreeSet<>();
        List<Map.Entry<Long, Integer>> rows = List.copyOf(changed.entrySet());
        for (int from = 0; from < rows.size(); from += BATCH) {
            touched.addAll(update(delivery, rows.subList(from, Math.min(from + BATCH, rows.size()))));
            between.run();
        }
        return touched;
    }

    private void insert(Delivery delivery, List<PlacedRow> rows, Map<Long, Long> survivors, Deque<Long> ids)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, delivery.registerId());
            insert.setString(2, delivery.registerCode());
            insert.setLong(3, delivery.organisationId());
            int at = delivered(insert, 4, delivery);
            insert.setArray(at++, array("bigint", rows, row -> ids.removeFirst()));
            insert.setArray(at++, array("integer", rows, PlacedRow::rowNumber));
            insert.setArray(at++, array("bigint", rows, row -> survivors.getOrDefault(row.personId(), row.personId())));
            insert.setArray(at++, array("boolean", rows, PlacedRow::first));
            insert.setArray(at++, array("bigint", rows, PlacedRow::workplaceId));
            insert.setLong(at, delivery.runId());
            insert.executeUpdate();
        }
    }

    private Set<Long> update(Delivery delivery, List<Map.Entry<Long, Integer>> rows) throws SQLException {
        Set<Long> persons = new TreeSet<>();
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            int at = delivered(update, 1, delivery);
            update.setArray(at++, array("bigint", rows, Map.Entry::getKey));
            update.setArray(at++, array("integer", rows, Map.Entry::getValue));
            update.setLong(at, delivery.runId());
            try (ResultSet changed = update.executeQuery()) {
                while (changed.next()) {
                    persons.add(changed.getLong(1));
                }
            }
        }
        return persons;
    }

    private static int delivered(PreparedStatement statement, int from, Delivery delivery) throws SQLException {
        int at = from;
        statement.setInt(at++, delivery.sourceRank());
        statement.setLong(at++, delivery.runId());
        statement.setInt(at++, delivery.mappingVersion());
        statement.setObject(at++, OffsetDateTime.ofInstant(delivery.deliveredAt(), ZoneOffset.UTC));
        statement.setArray(
                at++,
                statement
                        .getConnection()
                        .createArrayOf("text", delivery.privateFields().toArray()));
        return at;
    }

    private <T> Array array(String type, List<T> rows, Function<T, Object> part) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(part).toArray());
    }

    /** Persons of whom nothing is said yet. Answers their numbers. */
    List<Long> addPersons(int count, Instant now) throws SQLException {
        List<Long> persons = List.copyOf(ids(count)).subList(0, count);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into crm.person (id, uuid, created_at)
                select d.id, gen_random_uuid(), ? from unnest(?::bigint[]) as d (id)""")) {
            insert.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setArray(2, connection.createArrayOf("bigint", persons.toArray()));
            insert.executeUpdate();
        }
        return persons;
    }

    private Deque<Long> ids(int count) throws SQLException {
        Deque<Long> ids = new ArrayDeque<>();
        try (PreparedStatement query =
                connection.prepareStatement("select nextval('crm.entity_seq') from generate_series(1, ?)")) {
            query.setInt(1, (count + IDS_AT_ONCE - 1) / IDS_AT_ONCE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    for (long back = IDS_AT_ONCE - 1L; back >= 0; back--) {
                        ids.addLast(rows.getLong(1) - back);
                    }
                }
            }
        }
        return ids;
    }

    static boolean isDate(String column) {
        return DATES.contains(column);
    }

    /** In the order of {@link #TYPED}. */
    static Object[] typed(SourceValues values) {
        return new Object[] {
            values.birthName(),
            values.birthPrefix(),
            values.partnerName(),
            values.partnerPrefix(),
            values.nameUsage(),
            values.initials(),
            values.givenName(),
            values.gender(),
            values.birthDate(),
            values.profession(),
            values.big(),
            values.agb(),
            values.practiceName(),
            values.practiceAgb(),
            values.street(),
            values.houseNumber(),
            values.houseSuffix(),
            values.postcode(),
            values.place(),
            values.phone(),
            values.mobile(),
            values.email(),
            values.validFrom(),
            values.validTo(),
            values.role()
        };
    }
}
