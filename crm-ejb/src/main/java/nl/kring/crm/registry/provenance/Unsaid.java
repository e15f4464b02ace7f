package nl.kring.crm.registry.provenance;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/** Persons of whom nobody says anything any more, in sets. */
class Unsaid {

    /** What only follows from rows, and questions about them, are nobody's facts. */
    private static final String KNOWN_OTHERWISE = """
            (crm.is_referred_to('crm.person', p.id, array['crm.affiliation', 'crm.membership', 'crm.review_item', 'crm.source_record', 'crm.statement']::regclass[])
             or exists (select 1 from crm.affiliation a where a.person_id = p.id and not (a.derived and a.account_id is null))
             or exists (select 1 from crm.affiliation a where a.replaces_id = p.id)
             or exists (select 1 from crm.membership m where m.person_id = p.id and not (m.derived and m.account_id is null))
             or exists (select 1 from crm.own_value v join crm.own_field f on f.id = v.field_id and f.subject = 'PERSON' where v.subject_id = p.id)
             or exists (select 1 from crm.account c where c.person_id = p.id)
             or exists (select 1 from crm.task t where t.subject_uuid = p.uuid))""";

    private static final String SILENT = """
            p.id = any (?) and p.merged_into_id is null
            and not exists (select 1 from crm.source_record r where r.person_id = p.id)
            and not exists (select 1 from crm.statement s where s.person_id = p.id)""";

    /** Who has facts keeps the name that the last row gave, now said by hand by the organisation of that row. */
    private static final String NAME = """
            insert into crm.statement (id, uuid, person_id, field, value, prefix, organisation_id, said_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), w.id, f.field, f.value, f.prefix, w.organisation_id, now()
              from (select distinct on (p.id) p.id, h.organisation_id, t.*
                      from crm.person p
                      join crm.source_record_history h on h.run_id = ? and (h.taken_out ->> 'person_id')::bigint = p.id
                     cross join lateral (select t.birth_name, t.birth_prefix, t.partner_name, t.partner_prefix, t.initials,
                                                t.given_name
                                           from jsonb_populate_record(null::crm.source_record, h.taken_out) t) t
                     where\s""" + SILENT + " and " + KNOWN_OTHERWISE + """

                     order by p.id, h.record_id) w
             cross join lateral (values ('birthName', w.birth_name, w.birth_prefix),
                                        ('partnerName', w.partner_name, w.partner_prefix),
                                        ('initials', w.initials, null), ('givenName', w.given_name, null))
                        as f (field, value, prefix)
             where f.value is not null""";

    private static final String EMPTY = "select p.id from crm.person p where " + SILENT + " and not " + KNOWN_OTHERWISE;

    private final Connection connection;

    Unsaid(Connection connection) {
        this.connection = connection;
    }

    void keepNames(Collection<Long> persons, Long run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NAME)) {
            insert.setLong(1, run);
            insert.setArray(2, connection.createArrayOf("bigint", persons.toArray()));
            insert.executeUpdate();
        }
    }

    /** Lets go of those of whom nothing is known at all. Answers how many. */
    int forget(Collection<Long> persons) throws SQLException {
        Array empty;
        try (PreparedStatement query = connection.prepareStatement(
                "select coalesce(array_agg(e.id), '{}'::bigint[]) from (" + EMPTY + ") e")) {
            query.setArray(1, connection.createArrayOf("bigint", persons.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                empty = rows.getArray(1);
            }
        }
        delete("crm.affiliation", "person_id", empty);
        delete("crm.membership", "person_id", empty);
        delete("crm.review_item", "one_id", empty);
        delete("crm.review_item", "other_id", empty);
        return delete("crm.person", "id", empty);
    }

    private int delete(String table, String column, Array ids) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where " + column + " = any (?)")) {
            delete.setArray(1, ids);
            return delete.executeUpdate();
        }
    }
}
