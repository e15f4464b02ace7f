package nl.kring.crm.registry.provenance;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What rows said before runs touched them, in sets. */
class RowHistory {

    /** What was kept first of a run is what there was before it. */
    private static final String REMEMBER = """
            insert into crm.source_record_history (record_id, register_id, organisation_id, run_id, was)
            select r.id, r.register_id, r.organisation_id, ?, to_jsonb(r) from crm.source_record r where r.id = any (?)
                on conflict (run_id, record_id) do nothing""";

    private static final String REMEMBER_NEW = """
            insert into crm.source_record_history (record_id, register_id, organisation_id, run_id)
            select r.id, r.register_id, r.organisation_id, r.run_id from crm.source_record r where r.run_id = ?
                on conflict (run_id, record_id) do nothing""";

    private static final String RESTORE = """
            update crm.source_record r
               set source_rank = w.source_rank, run_id = w.run_id, row_number = w.row_number, raw = w.raw,
                   content_hash = w.content_hash, private_fields = w.private_fields, delivered_at = w.delivered_at,
                   birth_name = w.birth_name, birth_prefix = w.birth_prefix, partner_name = w.partner_name,
                   partner_prefix = w.partner_prefix, name_usage = w.name_usage, initials = w.initials,
                   given_name = w.given_name, gender = w.gender, birth_date = w.birth_date, profession = w.profession,
                   big = w.big, agb = w.agb, practice_name = w.practice_name, practice_agb = w.practice_agb,
                   street = w.street, house_number = w.house_number, house_suffix = w.house_suffix,
                   postcode = w.postcode, place = w.place, phone = w.phone, mobile = w.mobile, email = w.email,
                   valid_from = w.valid_from, valid_to = w.valid_to, role = w.role, workplace_id = w.workplace_id,
                   missing_run_id = w.missing_run_id, missing_since = w.missing_since,
                   missing_decision = w.missing_decision, mapping_version = w.mapping_version
              from crm.source_record_history h
             cross join lateral jsonb_populate_record(null::crm.source_record, h.was) w
             where h.run_id = ? and h.was is not null and r.id = h.record_id
            returning r.person_id""";

    private static final String KEEP_TAKEN_OUT = """
            update crm.source_record_history h set taken_out = to_jsonb(r)
              from crm.source_record r where h.run_id = ? and h.was is null and r.id = h.record_id""";

    private static final String TAKE_OUT = """
            delete from crm.source_record r using crm.source_record_history h
             where h.run_id = ? and h.was is null and r.id = h.record_id
            returning r.person_id""";

    private final Connection connection;

    RowHistory(Connection connection) {
        this.connection = connection;
    }

    void remember(Collection<Long> records, Long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setLong(1, run);
            insert.setArray(2, bigints(records));
            insert.executeUpdate();
        }
    }

    /** Notes which rows a run brought; to be asked after they were written and the changed ones were remembered. */
    void rememberNew(Long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMEMBER_NEW)) {
            insert.setLong(1, run);
            insert.executeUpdate();
        }
    }

    void missing(Collection<Long> records, Long run, Instant since) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update crm.source_record set missing_run_id = ?, missing_since = ?, missing_decision = null
                 where id = any (?)""")) {
            update.setObject(1, run);
            update.setObject(2, run == null ? null : OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            update.setArray(3, bigints(records));
            update.executeUpdate();
        }
    }

    Map<Long, Map<String, String>> raw(Collection<Long> records) throws SQLException {
        Map<Long, Map<String, String>> raw = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select r.id, c.key, c.value from crm.source_record r cross join lateral jsonb_each_text(r.raw) c
                 where r.id = any (?)""")) {
            query.setArray(1, bigints(records));
            try (ResultSet cells = query.executeQuery()) {
                while (cells.next()) {
                    raw.computeIfAbsent(cells.getLong(1), any -> new LinkedHashMap<>())
                            .put(cells.getString(2), cells.getString(3));
                }
            }
        }
        return raw;
    }

    Set<Long> takeBack(Long run) throws SQLException {
        Set<Long> persons = new TreeSet<>(persons(RESTORE, run));
        try (PreparedStatement keep = connection.prepareStatement(KEEP_TAKEN_OUT)) {
            keep.setLong(1, run);
            keep.executeUpdate();
        }
        persons.addAll(persons(TAKE_OUT, run));
        return persons;
    }

    private Set<Long> persons(String statement, Long run) throws SQLException {
        Set<Long> persons = new TreeSet<>();
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            change.setLong(1, run);
            try (ResultSet rows = change.executeQuery()) {
                while (rows.next()) {
                    persons.add(rows.getLong(1));
                }
            }
        }
        return persons;
    }

    private Array bigints(Collection<Long> ids) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }
}
