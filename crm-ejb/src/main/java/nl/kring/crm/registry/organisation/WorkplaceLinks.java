package nl.kring.crm.registry.organisation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Links rows of registers to the practices that they name. The same practice when the AGB code of the practice is equal;
 * else when name and postcode are, unless their codes say otherwise; a name alone only when one practice has it. What a row
 * is linked to stays as long as it fits. Two practices that exist are never made one here.
 */
class WorkplaceLinks {

    /** A row; what its organisation keeps to itself is null. */
    private record Row(long id, Long workplace, String order, String name, String agb, String postcode) {

        boolean hasOnlyAName() {
            return agb == null && postcode == null;
        }

        boolean isAt(Collection<Long> practices) {
            return workplace != null && practices.contains(workplace);
        }
    }

    private static final TreeSet<Long> NONE = new TreeSet<>();
    private static final int IDS_AT_ONCE = 100;

    private static final String ROWS = """
            select r.id, r.workplace_id, r.register_code || '|' || r.source_key,
                   case when not 'workplace' = any (r.private_fields) then r.practice_name end,
                   r.practice_agb,
                   case when not 'address' = any (r.private_fields) then r.postcode end
              from crm.source_record r where r.person_id = any (?)""";

    private final Connection connection;
    private final Instant now;
    private final Map<PracticeKey, TreeSet<Long>> known = new HashMap<>();
    private final Map<Long, Set<String>> codes = new HashMap<>();
    private final List<Long> founded = new ArrayList<>();
    private final Deque<Long> ids = new ArrayDeque<>();

    WorkplaceLinks(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Links the rows of these persons and derives the practices that they name or no longer name. */
    int link(Collection<Long> personIds) throws SQLException {
        List<Row> rows = rows(personIds);
        learn(rows);
        Map<Long, Long> links = new HashMap<>();
        Set<Long> touched = new TreeSet<>();
        for (Row row : rows) {
            Long workplace = workplaceOf(row);
            if (workplace != null) {
                add(workplace, row);
                touched.add(workplace);
            }
            if (row.workplace() != null) {
                touched.add(row.workplace());
            }
            if (!Objects.equals(workplace, row.workplace())) {
                links.put(row.id(), workplace);
            }
        }
        insertFounded();
        write(links);
        new OrganisationSurvivorship(connection).derive(touched);
        return links.size();
    }

    private Long workplaceOf(Row row) throws SQLException {
        Set<Long> coded = known.getOrDefault(PracticeKey.agb(row.agb()), NONE);
        if (!coded.isEmpty()) {
            return row.isAt(coded) ? row.workplace() : coded.iterator().next();
        }
        List<Long> named = known.getOrDefault(nameOf(row), NONE).stream()
                .filter(each ->
                        row.agb() == null || codes.getOrDefault(each, Set.of()).isEmpty())
                .toList();
        if (row.isAt(named)) {
            return row.workplace();
        }
        if (named.size() == 1) {
            return named.get(0);
        }
        boolean enough = row.agb() != null || row.postcode() != null && named.isEmpty();
        return enough && PracticeKey.name(row.name()) != null ? nextId() : null;
    }

    private static PracticeKey nameOf(Row row) {
        if (row.postcode() != null) {
            return PracticeKey.place(row.name(), row.postcode());
        }
        return row.agb() == null ? PracticeKey.name(row.name()) : null;
    }

    /** What the row is linked to is from now on also known by what the row calls it. */
    private void add(Long practice, Row row) {
        PracticeKey.all(row.agb(), row.name(), row.postcode())
                .forEach(key ->
                        known.computeIfAbsent(key, any -> new TreeSet<>()).add(practice));
        if (row.agb() != null) {
            codes.computeIfAbsent(practice, any -> new HashSet<>()).add(row.agb());
        }
    }

    /** Those with a code first, those with only a name last; so the outcome depends on the rows alone. */
    private List<Row> rows(Collection<Long> personIds) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setArray(1, bigints(personIds));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            found.getLong(1),
                            found.getObject(2, Long.class),
                            found.getString(3),
                            found.getString(4),
                            found.getString(5),
                            found.getString(6)));
                }
            }
        }
        rows.sort(Comparator.comparing((Row row) -> row.agb() == null)
                .thenComparing(Row::hasOnlyAName)
                .thenComparing(Row::order));
        return rows;
    }

    private void learn(List<Row> rows) throws SQLException {
        Set<PracticeKey> keys = new HashSet<>();
        rows.forEach(row -> keys.addAll(PracticeKey.all(row.agb(), row.name(), row.postcode())));
        try (PreparedStatement query = connection.prepareStatement("""
                select k.kind, k.key, k.organisation_id,
                       array(select a.key from crm.practice_key a where a.organisation_id = k.organisation_id and a.kind = 'AGB')
                  from crm.practice_key k
                  join crm.organisation o on o.id = k.organisation_id and o.merged_into_id is null
                  join unnest(?::text[], ?::text[]) as d (kind, key) on d.kind = k.kind and d.key = k.key""")) {
            query.setArray(1, texts(keys.stream().map(key -> key.kind().name()).toList()));
            query.setArray(2, texts(keys.stream().map(PracticeKey::key).toList()));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    PracticeKey key = new PracticeKey(PracticeKey.Kind.valueOf(found.getString(1)), found.getString(2));
                    long practice = found.getLong(3);
                    known.computeIfAbsent(key, any -> new TreeSet<>()).add(practice);
                    codes.put(practice, new HashSet<>(List.of((String[])
                            found.getArray(4).getArray())));
                }
            }
        }
    }

    /** The number of a practice that nobody named before. */
    private Long nextId() throws SQLException {
        if (ids.isEmpty()) {
            try (PreparedStatement query = connection.prepareStatement(
                            "select nextval('crm.entity_seq') from generate_series(1, " + IDS_AT_ONCE + ")");
                    ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    ids.addLast(found.getLong(1));
                }
            }
        }
        founded.add(ids.peekFirst());
        return ids.removeFirst();
    }

    private void insertFounded() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into crm.organisation (id, uuid, name, kind, created_at)
                select id, gen_random_uuid(), '', 'PRACTICE', ? from unnest(?::bigint[]) as d (id)""")) {
            insert.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setArray(2, bigints(founded));
            insert.executeUpdate();
        }
    }

    private void write(Map<Long, Long> links) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update crm.source_record r set workplace_id = d.workplace
                  from unnest(?::bigint[], ?::bigint[]) as d (id, workplace) where r.id = d.id""")) {
            List<Long> ids = List.copyOf(links.keySet());
            update.setArray(1, bigints(ids));
            update.setArray(2, bigints(ids.stream().map(links::get).toList()));
            update.executeUpdate();
        }
    }

    private Array bigints(Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    private Array texts(Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
