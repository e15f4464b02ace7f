package nl.kring.crm.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Which shown addresses are used by more people than one: somebody said so by hand, or else it is an address of a function,
 * like info@, or several persons show the same. Marks whoever shows an address of the persons that were derived, so that
 * it is the same in whatever order persons are derived; a person that another transaction holds is left for the night.
 */
public final class SharedMailboxes {

    /** Expression for the beginning of an address that belongs to a function, in Java and in PostgreSQL. */
    public static final String OF_A_FUNCTION =
            "(info|praktijk|huisarts(en)?|huisartsenpraktijk|apotheek|assistente?n?|receptie|balie|secretariaat|"
                    + "administratie|kantoor|post|mail|contact|office|planning|team|hap|poh|doktersassistente?)[0-9]*@";

    /** By the numbers of persons also while a fresh register has no statistics: most are merged into nobody. */
    private static final String MARK = """
            with address as (
              select unnest(?::text[]) as email
              union
              select p.email from crm.person p where p.id = any (?)),
            who as (
              select unnest(?::bigint[]) as id
              union
              select o.id from address a join crm.person o on o.email = a.email),
            touched as materialized (
              select o.id, o.email
                from crm.person o
               where o.merged_into_id is null and o.id in (select w.id from who w)
               order by o.id
                 for no key update skip locked),
            marked as (
              select t.id,
                     t.email is not null and coalesce(
                       (select s.qualifier = 'SHARED_MAILBOX'
                          from crm.statement s
                         where s.person_id = t.id and s.field = 'email' and s.value = t.email and s.withdrawn_at is null
                           and s.qualifier in ('PERSONAL', 'SHARED_MAILBOX')
                         order by s.said_at desc, s.id desc limit 1),
                       t.email ~ '%s'
                       or exists (select 1 from crm.person o
                                   where o.email = t.email and o.id <> t.id and o.merged_into_id is null)) as shared
                from touched t)
            update crm.person p
               set email_shared = m.shared
              from marked m
             where p.id = m.id and p.email_shared <> m.shared""".formatted("^" + OF_A_FUNCTION);

    private final Connection connection;

    SharedMailboxes(Connection connection) {
        this.connection = connection;
    }

    /** Marks these persons, everybody who shows the address of one of them, and everybody who shows one that they left. */
    void mark(List<Long> personIds, Collection<String> formerAddresses) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MARK)) {
            update.setArray(1, connection.createArrayOf("text", formerAddresses.toArray()));
            update.setArray(2, connection.createArrayOf("bigint", personIds.toArray()));
            update.setArray(3, connection.createArrayOf("bigint", personIds.toArray()));
            update.executeUpdate();
        }
    }
}
