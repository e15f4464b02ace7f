package nl.kring.crm.registry.succession;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.kring.crm.registry.organisation.Author;

/**
 * Moves periods from one place to another on a day, in sets, and back. At the new place several become one, and what was
 * there already stays as it is. The account of what was done is what it is taken back by.
 */
class PeriodMover {

    private final EntityManager em;
    private final MovedTable table;

    PeriodMover(EntityManager em, MovedTable table) {
        this.em = em;
        this.table = table;
    }

    /** The rows that hold on the day or later at these places; of a choice those alone. */
    List<Long> affected(List<Long> places, List<Long> involved, LocalDate day, List<Long> chosen) {
        String sql = """
                select t.id from %s t
                 where t.%s = any (cast(:places as bigint[])) and t.withdrawn_at is null
                   and (t.valid_to is null or t.valid_to >= :day) and %s
                   and (cast(:chosen as bigint[]) is null or t.id = any (cast(:chosen as bigint[])))
                 order by t.id""".formatted(table.name(), table.place(), table.side());
        Query query = em.createNativeQuery(sql, Long.class)
                .setParameter("places", array(places))
                .setParameter("day", day)
                .setParameter("chosen", chosen == null ? null : array(chosen));
        if (sql.contains(":involved")) {
            query.setParameter("involved", array(involved));
        }
        return longs(query);
    }

    /** Begins at the new place on the day what is to end at the old one. Answers the account, as JSON. */
    String begin(List<Long> rows, Long successor, LocalDate day, Author author, String reason, Long succession) {
        String columns = table.told().stream().map(told -> ", " + told.column()).collect(Collectors.joining());
        String values =
                table.told().stream().map(told -> ", d." + told.column()).collect(Collectors.joining());
        String aggregates = table.told().stream()
                .map(told -> ", " + told.aggregate() + " as " + told.column())
                .collect(Collectors.joining());
        String sql = """
                with made as (
                  insert into %1$s (id, uuid, %2$s, %3$s, valid_from, valid_to, succession_id, account_id, created_at%4$s)
                  select nextval('crm.entity_seq'), gen_random_uuid(), :successor, %5$s, lower(d.held), upper(d.held) - 1,
                         :succession, cast(:account as bigint), :now%6$s
                    from (select %7$s%8$s,
                                 unnest(range_agg(daterange(greatest(t.valid_from, cast(:day as date)), t.valid_to, '[]'))
                                        - coalesce((select range_agg(daterange(x.valid_from, x.valid_to, '[]')) from %1$s x
                                                     where x.%2$s = :successor and x.withdrawn_at is null and %9$s),
                                                   cast('{}' as datemultirange))) as held
                            from %1$s t where t.id = any (cast(:rows as bigint[]))
                           group by %7$s) d
                  returning id, valid_to, version)
                select cast(coalesce(jsonb_agg(jsonb_build_object('id', id, 'to', valid_to, 'version', version)), '[]') as text)
                  from made""".formatted(
                        table.name(),
                        table.place(),
                        String.join(", ", table.key()),
                        columns,
                        table.keyOf("d"),
                        values,
                        table.keyOf("t"),
                        aggregates,
                        table.sameKey("x"));
        Query query = em.createNativeQuery(sql)
                .setParameter("successor", successor)
                .setParameter("succession", succession)
                .setParameter("account", author.accountId())
                .setParameter("now", author.at())
                .setParameter("day", day)
                .setParameter("rows", array(rows));
        if (sql.contains(":author")) {
            query.setParameter("author", author.organisationId());
        }
        if (sql.contains(":reason")) {
            query.setParameter("reason", reason);
        }
        return (String) query.getSingleResult();
    }

    /** Ends at the old place on the day before; what would begin on the day or later never was. Answers the account. */
    String end(List<Long> rows, LocalDate day, Author author, Long succession) {
        return (String) em.createNativeQuery("""
                with before as (select t.id, t.valid_to, t.succession_id, t.account_id, to_jsonb(t) -> 'derived' as derived
                                  from %1$s t where t.id = any (cast(:rows as bigint[])) for update),
                ended as (
                  update %1$s t
                     set valid_to = case when t.valid_from >= :day then t.valid_to else cast(:day as date) - 1 end,
                         withdrawn_at = case when t.valid_from >= :day then cast(:now as timestamptz) end,
                         succession_id = :succession, account_id = coalesce(cast(:account as bigint), t.account_id)%2$s,
                         version = t.version + 1
                    from before b where b.id = t.id
                  returning t.id, t.version)
                select cast(coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'version', e.version, 'to', b.valid_to,
                                'by', b.succession_id, 'account', b.account_id, 'derived', b.derived)), '[]') as text)
                  from ended e join before b on b.id = e.id""".formatted(table.name(), derived("false")))
                .setParameter("rows", array(rows))
                .setParameter("day", day)
                .setParameter("now", author.at())
                .setParameter("succession", succession)
                .setParameter("account", author.accountId())
                .getSingleResult();
    }

    /** What this began and nobody changed since was never so. */
    void takeBack(Long succession, Instant now) {
        em.createNativeQuery("""
                update %s t set withdrawn_at = :now, version = t.version + 1
                  from crm.succession s
                 cross join lateral jsonb_to_recordset(s.effect -> :title -> 'made') as m (id bigint, "to" date, version bigint)
                 where s.id = :succession and t.id = m.id and t.withdrawn_at is null and t.version = m.version""".formatted(table.name()))
                .setParameter("now", now)
                .setParameter("title", table.title())
                .setParameter("succession", succession)
                .executeUpdate();
    }

    /**
     * What this ended and nobody changed since goes on as before; unless it goes on at the new place by what somebody
     * changed there, or something else stands in its place by now.
     */
    void reopen(Long succession) {
        em.createNativeQuery("""
                update %1$s t
                   set valid_to = e."to", succession_id = e.by, account_id = e.account, withdrawn_at = null%4$s,
                       version = t.version + 1
                  from crm.succession s
                 cross join lateral jsonb_to_recordset(s.effect -> :title -> 'ended')
                         as e (id bigint, version bigint, "to" date, by bigint, account bigint, derived boolean)
                 where s.id = :succession and t.id = e.id and t.version = e.version
                   and not exists (select 1 from %1$s x where x.succession_id = s.id and x.withdrawn_at is null
                                      and x.id <> t.id and x.%2$s <> t.%2$s and %3$s
                                      and x.id in (select m.id from jsonb_to_recordset(s.effect -> :title -> 'made') as m (id bigint)))
                   and not exists (select 1 from %1$s x where x.id <> t.id and x.withdrawn_at is null and x.%2$s = t.%2$s and %3$s
                                      and daterange(x.valid_from, x.valid_to, '[]') && daterange(t.valid_from, e."to", '[]'))""".formatted(
                                table.name(), table.place(), table.sameKey("x"), derived("coalesce(e.derived, false)")))
                .setParameter("title", table.title())
                .setParameter("succession", succession)
                .executeUpdate();
    }

    /** What somebody says by hand is no longer derived; relations never are. */
    private String derived(String value) {
        return table.name().equals("crm.organisation_relation") ? "" : ", derived = " + value;
    }

    static Long[] array(List<Long> values) {
        return values.toArray(Long[]::new);
    }

    @SuppressWarnings("unchecked")
    static List<Long> longs(Query query) {
        return query.getResultList();
    }
}
