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
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.kring.crm.registry.Folding;

/**
 * Links the rows of all registers to the practices that they name; see {@link PracticeClusters} for which rows name the same
 * one. A practice keeps its identity as long as most of its rows stay together. One that turns out to be another goes up in
 * it, unless people said something of it by hand: then it is for people to decide.
 */
class WorkplaceLinks {

    /** A row; without a person one that is on its way in, with its number in the file. */
    private record Row(long id, Long person, Long workplace, Mention mention) {

        /** Its practice as people decided, else the given one; about a row that is on its way in nobody did. */
        Long decided(PracticeDecisions decisions, Long otherwise) {
            return person == null ? otherwise : decisions.practiceOf(id, otherwise);
        }
    }

    private static final int IDS_AT_ONCE = 100;
    private static final int FETCHED = 5000;

    /** A row of a register that names a practice, or is linked to one. */
    private static final String ROWS = """
            select r.id, r.person_id, r.workplace_id,
                   case when not 'workplace' = any (r.private_fields) then r.practice_name end,
                   r.practice_agb, r.street, r.house_number, r.postcode, r.place, r.phone, r.email,
                   'address' = any (r.private_fields), 'phone' = any (r.private_fields), 'email' = any (r.private_fields)
              from crm.source_record r
             where r.practice_name is not null or r.practice_agb is not null or r.workplace_id is not null""";

    /** The same of rows that are on their way in and not stored yet. */
    private static final String INCOMING = """
            select i.row_number, null, null,
                   case when not 'workplace' = any (g.kept) then i.practice_name end,
                   i.practice_agb, i.street, i.house_number, i.postcode, i.place, i.phone, i.email,
                   'address' = any (g.kept), 'phone' = any (g.kept), 'email' = any (g.kept)
              from (select ?::text[] as kept, ?::bigint as register) g
             cross join crm.incoming_row i
             where i.run_id = ? and (i.practice_name is not null or i.practice_agb is not null)
               and not exists (select 1 from crm.source_record r where r.register_id = g.register and r.source_key = i.source_key)
             order by i.row_number""";

    /** Practices that people spoke of, those that no row names, and those that people made one with another. */
    private static final String DESCRIBED = """
            select o.id, o.name, o.agb, o.street, o.house_number, o.postcode, o.place, o.phone
              from crm.organisation o
             where o.kind = 'PRACTICE'
               and (o.merged_into_id is null or exists (select 1 from crm.merge_event e
                                                         where e.subject = 'ORGANISATION' and e.merged_id = o.id and e.how = 'MANUAL'
                                                           and e.undone_at is null))
               and (o.merged_into_id is not null or o.id in (%1$s) or not exists (select 1 from crm.source_record r where r.workplace_id = o.id))""".formatted("""
            select subject_id from crm.organisation_statement where withdrawn_at is null
             union select subject_id from crm.organisation_fact where withdrawn_at is null
             union select from_id from crm.organisation_relation where withdrawn_at is null
             union select to_id from crm.organisation_relation where withdrawn_at is null
             union select holder_id from crm.membership where holder_id is not null and withdrawn_at is null""");

    private final Connection connection;
    private final Instant now;
    private final List<Long> founded = new ArrayList<>();
    private final Deque<Long> ids = new ArrayDeque<>();

    WorkplaceLinks(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Rows of a register that are put down for a run and not stored yet. */
    record Incoming(Long register, Long run, Collection<String> privateFields) {}

    /**
     * Links all stored rows, and those that are on their way in. What follows is done by {@link #follow}, when those are stored.
     *
     * @param incoming null when there are none
     * @param personIds whose stored rows name practices that are to be derived in any case
     */
    LinkedRows link(Incoming incoming, Collection<Long> personIds) throws SQLException {
        List<Row> rows = rows();
        if (incoming != null) {
            rows.addAll(rows(incoming));
        }
        List<Mention> described = described();
        List<Mention> mentions = new ArrayList<>(described);
        rows.forEach(row -> mentions.add(row.mention()));
        Map<Mention, Integer> clusters = PracticeClusters.of(mentions);
        PracticeIdentities identities = new PracticeIdentities();
        described.forEach(mention -> identities.described(clusters.get(mention), mention.practice()));
        PracticeDecisions decisions = PracticeDecisions.read(connection);
        rows.forEach(row -> identities.linked(clusters.get(row.mention()), row.decided(decisions, row.workplace())));
        Map<Integer, Long> practices = identities.choose();
        Map<Long, Long> links = new TreeMap<>();
        Map<Long, Long> gone = identities.goneUp(practices);
        gone.keySet().removeIf(decisions::about);
        LinkedRows linked = new LinkedRows(new TreeSet<>(), new HashMap<>(), new TreeSet<>(), gone, new TreeMap<>());
        Set<Long> asked = new HashSet<>(personIds);
        for (Row row : rows) {
            Integer cluster = clusters.get(row.mention());
            if (cluster != null && !practices.containsKey(cluster)) {
                practices.put(cluster, nextId());
            }
            Long workplace = decisions.now(row.decided(decisions, cluster == null ? null : practices.get(cluster)));
            boolean moved = !Objects.equals(workplace, row.workplace());
            if (row.person() == null) {
                linked.incoming().put((int) row.id(), workplace);
            } else if (moved) {
                links.put(row.id(), workplace);
                if (row.workplace() != null) {
                    linked.before().put(row.id(), row.workplace());
                }
                linked.persons().add(row.person());
            }
            if (moved || asked.contains(row.person())) {
                Stream.of(workplace, row.workplace()).filter(Objects::nonNull).forEach(linked.touched()::add);
            }
        }
        insertFounded();
        write(links);
        return linked;
    }

    /**
     * Derives practices and lets those go up in others that turned out to be the same.
     *
     * @return who works where something else is shown now
     */
    Set<Long> follow(LinkedRows linked) throws SQLException {
        OrganisationSurvivorship survivorship = new OrganisationSurvivorship(connection);
        survivorship.derive(linked.touched());
        new PracticeMerging(connection, now).merge(linked.goneUp(), linked.before());
        return survivorship.personsToShow();
    }

    private List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setFetchSize(FETCHED);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            found.getLong(1), found.getLong(2), found.getObject(3, Long.class), mention(found)));
                }
            }
        }
        return rows;
    }

    private List<Row> rows(Incoming incoming) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(INCOMING)) {
            query.setArray(
                    1, connection.createArrayOf("text", incoming.privateFields().toArray()));
            query.setLong(2, incoming.register());
            query.setLong(3, incoming.run());
            query.setFetchSize(FETCHED);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(found.getLong(1), null, null, mention(found)));
                }
            }
        }
        return rows;
    }

    private static Mention mention(ResultSet found) throws SQLException {
        String street = Mention.street(found.getString(6), found.getString(7));
        String postcode = found.getString(8);
        String phone = found.getString(10);
        String email = found.getString(11);
        boolean home = found.getBoolean(12);
        boolean own = found.getBoolean(13);
        return new Mention(
                null,
                PracticeName.of(found.getString(4)),
                found.getString(5),
                home ? null : street,
                home ? null : postcode,
                home ? null : place(found.getString(9)),
                own ? null : phone,
                home ? street : null,
                home ? postcode : null,
                own ? phone : null,
                email == null ? null : email.substring(email.indexOf('@') + 1),
                found.getBoolean(14));
    }

    private List<Mention> described() throws SQLException {
        List<Mention> described = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DESCRIBED);
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                described.add(new Mention(
                        found.getLong(1),
                        PracticeName.of(found.getString(2)),
                        found.getString(3),
                        Mention.street(found.getString(4), found.getString(5)),
                        found.getString(6),
                        place(found.getString(7)),
                        found.getString(8),
                        null,
                        null,
                        null,
                        null,
                        false));
            }
        }
        return described;
    }

    private static String place(String place) {
        String folded = Folding.fold(place);
        return folded.isEmpty() ? null : folded;
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
            List<Long> rows = List.copyOf(links.keySet());
            update.setArray(1, bigints(rows));
            update.setArray(2, bigints(rows.stream().map(links::get).toList()));
            update.executeUpdate();
        }
    }

    private Array bigints(Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }
}
