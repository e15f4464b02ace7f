package nl.kring.crm.registry.provenance;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.Profession;

/** Reads and writes source records in sets. */
class SourceRecordTable {

    private static final int BATCH = 500;
    private static final int IDS_AT_ONCE = 50; // one step of the sequence stands for this many, as in the entities

    private static final List<String> TYPED = List.of(
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

    private static final List<String> DELIVERED = List.of(
            "source_rank",
            "run_id",
            "mapping_version",
            "row_number",
            "delivered_at",
            "private_fields",
            "content_hash",
            "raw");

    private static final String INSERT =
            "insert into crm.source_record (id, uuid, register_id, register_code, organisation_id, source_key, person_id,"
                    + " linked_how, " + String.join(", ", DELIVERED) + ", " + String.join(", ", TYPED)
                    + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?::text[], ?::text[])"
                    + String.join("", Collections.nCopies(TYPED.size(), ", ?")) + ")";

    private static final String UPDATE =
            "update crm.source_record set source_rank = ?, run_id = ?, mapping_version = ?, row_number = ?,"
                    + " delivered_at = ?, private_fields = ?, content_hash = ?, raw = jsonb_object(?::text[], ?::text[]), "
                    + String.join(" = ?, ", TYPED) + " = ? where id = ?";

    private static final int FETCHED = 5000;

    private static final String ALL = "true";

    /** Everybody's, or with a condition on the person. */
    private static final String KNOWN = """
            select r.person_id, r.register_code, r.source_key, r.birth_name, r.partner_name, r.initials, r.given_name, r.gender,
                   r.birth_date, r.profession, r.big, r.agb, r.practice_name, r.practice_agb, r.street, r.house_number,
                   r.postcode, r.place, r.phone, r.mobile, r.email
              from crm.source_record r
             where %1$s
            union all
            select p.id, '', p.uuid::text, s.birth_name, s.partner_name, s.initials, s.given_name, s.gender,
                   s.birth_date, s.profession, s.big, s.agb, s.practice_name, null, null, null, null, null, s.phone, s.mobile, s.email
              from crm.person p
              join (select person_id,
                           max(value) filter (where field = 'birthName') as birth_name,
                           max(value) filter (where field = 'partnerName') as partner_name,
                           max(value) filter (where field = 'initials') as initials,
                           max(value) filter (where field = 'givenName') as given_name,
                           max(value) filter (where field = 'gender') as gender,
                           max(value::date) filter (where field = 'birthDate') as birth_date,
                           max(value) filter (where field = 'profession') as profession,
                           max(value) filter (where field = 'big') as big,
                           max(value) filter (where field = 'agb') as agb,
                           max(value) filter (where field = 'workplace') as practice_name,
                           max(value) filter (where field = 'phone') as phone,
                           max(value) filter (where field = 'mobile') as mobile,
                           max(value) filter (where field = 'email') as email
                      from crm.statement r
                     where withdrawn_at is null and %1$s
                     group by person_id) s on s.person_id = p.id
             where p.merged_into_id is null""";

    private final Connection connection;

    SourceRecordTable(Connection connection) {
        this.connection = connection;
    }

    Map<String, StoredRow> ofRegister(Long registerId) throws SQLException {
        Map<String, StoredRow> stored = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select r.source_key, r.id, r.person_id, r.content_hash, r.missing_run_id is not null, r.mapping_version, h.content_hash"
                        + " from crm.source_record r left join crm.handed_back h on h.record_id = r.id"
                        + " where r.register_id = ?")) {
            query.setLong(1, registerId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    stored.put(
                            rows.getString(1),
                            new StoredRow(
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    rows.getBytes(4),
                                    rows.getBoolean(5),
                                    rows.getInt(6),
                                    rows.getBytes(7)));
                }
            }
        }
        return stored;
    }

    List<KnownRecord> known() throws SQLException {
        return known(ALL, List.of());
    }

    List<KnownRecord> knownOf(Collection<Long> personIds) throws SQLException {
        Array persons = connection.createArrayOf("bigint", personIds.toArray());
        return known("r.person_id = any (?)", List.of(persons, persons));
    }

    private List<KnownRecord> known(String which, List<Array> values) throws SQLException {
        List<KnownRecord> known = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(KNOWN.formatted(which))) {
            for (int at = 0; at < values.size(); at++) {
                query.setArray(at + 1, values.get(at));
            }
            query.setFetchSize(FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.add(new KnownRecord(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            value(Gender.class, rows.getString(8)),
                            rows.getObject(9, LocalDate.class),
                            value(Profession.class, rows.getString(10)),
                            rows.getString(11),
                            rows.getString(12),
                            rows.getString(13),
                            rows.getString(14),
                            rows.getString(15),
                            rows.getString(16),
                            rows.getString(17),
                            rows.getString(18),
                            rows.getString(19),
                            rows.getString(20),
                            rows.getString(21)));
                }
            }
        }
        return known;
    }

    private static <T extends Enum<T>> T value(Class<T> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    Set<Long> write(Delivery delivery, List<IncomingRecord> added, Map<Long, IncomingRecord> changed)
            throws SQLException {
        RowHistory history = new RowHistory(connection);
        history.remember(changed.keySet(), delivery.runId());
        Set<Long> touched = new TreeSet<>();
        Map<Integer, Long> persons = addPersons(delivery, added);
        Deque<Long> ids = ids(added.size());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int waiting = 0;
            for (IncomingRecord row : added) {
                IncomingRecord.Group group = row.group();
                Long person = group.personId() == null ? persons.get(group.number()) : group.personId();
                touched.add(person);
                insert.setLong(1, ids.removeFirst());
                insert.setObject(2, UUID.randomUUID());
                insert.setLong(3, delivery.registerId());
                insert.setString(4, delivery.registerCode());
                insert.setLong(5, delivery.organisationId());
                insert.setString(6, row.sourceKey());
                insert.setLong(7, person);
                insert.setString(8, group.first() ? "NEW" : "AUTOMATIC");
                typed(insert, delivered(insert, 9, delivery, row), row.values());
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Map.Entry<Long, IncomingRecord> row : changed.entrySet()) {
                touched.add(row.getValue().group().personId());
                int next = typed(
                        update,
                        delivered(update, 1, delivery, row.getValue()),
                        row.getValue().values());
                update.setLong(next, row.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
        history.rememberNew(delivery.runId());
        return touched;
    }

    private Map<Integer, Long> addPersons(Delivery delivery, List<IncomingRecord> added) throws SQLException {
        List<Integer> numbers = added.stream()
                .map(IncomingRecord::group)
                .filter(group -> group.personId() == null)
                .map(IncomingRecord.Group::number)
                .distinct()
                .toList();
        Deque<Long> ids = ids(numbers.size());
        Map<Integer, Long> persons = new HashMap<>();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into crm.person (id, uuid, created_at) values (?, ?, ?)")) {
            for (Integer number : numbers) {
                persons.put(number, ids.peekFirst());
                insert.setLong(1, ids.removeFirst());
                insert.setObject(2, UUID.randomUUID());
                insert.setObject(3, OffsetDateTime.ofInstant(delivery.deliveredAt(), ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
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

    private int delivered(PreparedStatement statement, int from, Delivery delivery, IncomingRecord row)
            throws SQLException {
        int at = from;
        statement.setInt(at++, delivery.sourceRank());
        statement.setLong(at++, delivery.runId());
        statement.setInt(at++, delivery.mappingVersion());
        statement.setInt(at++, row.rowNumber());
        statement.setObject(at++, OffsetDateTime.ofInstant(delivery.deliveredAt(), ZoneOffset.UTC));
        statement.setArray(at++, texts(delivery.privateFields()));
        statement.setBytes(at++, row.contentHash());
        statement.setArray(at++, texts(row.raw().keySet()));
        statement.setArray(at++, texts(row.raw().values()));
        return at;
    }

    private static int typed(PreparedStatement statement, int from, SourceValues values) throws SQLException {
        List<Object> columns = Arrays.asList(
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
                values.role());
        int at = from;
        for (Object column : columns) {
            if (column instanceof LocalDate) {
                statement.setObject(at++, column);
            } else if (TYPED.get(at - from).matches("birth_date|valid_.*")) {
                statement.setNull(at++, Types.DATE);
            } else {
                statement.setString(at++, Objects.toString(column, null));
            }
        }
        return at;
    }

    private Array texts(Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
