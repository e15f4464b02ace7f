package nl.kring.crm.registry.succession;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.kring.crm.registry.organisation.Author;

/**
 * What was so of those who end is so no longer, a practice among them is closed, and the patients of practices are added to
 * those of a practice that goes on alone.
 */
class FactMover {

    private static final String ENDED = """
            with before as (select f.id, f.valid_to from crm.organisation_fact f
                             where %s and f.withdrawn_at is null and (f.valid_to is null or f.valid_to >= :day) for update),
            ended as (
              update crm.organisation_fact f
                 set valid_to = case when f.valid_from >= :day then f.valid_to else cast(:day as date) - 1 end,
                     withdrawn_at = case when f.valid_from >= :day then cast(:now as timestamptz) end,
                     version = f.version + 1
                from before b where b.id = f.id returning f.id, f.version)
            select cast(coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'version', e.version, 'to', b.valid_to)), '[]') as text)
              from ended e join before b on b.id = e.id""";

    private static final String MADE = """
            with made as (
              insert into crm.organisation_fact (id, uuid, subject_id, fact, value, valid_from, organisation_id, account_id, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), d.subject_id, d.fact, d.value, :day,
                     cast(:organisation as bigint), cast(:account as bigint), :now
                from (%s) as d (subject_id, fact, value)
              returning id, version)
            select cast(coalesce(jsonb_agg(jsonb_build_object('id', id, 'version', version)), '[]') as text) from made""";

    private final EntityManager em;

    FactMover(EntityManager em) {
        this.em = em;
    }

    /** Answers the account, as JSON. */
    String move(Parties parties, Author author) {
        LocalDate day = parties.plan().day();
        Long[] old = PeriodMover.array(parties.predecessorIds());
        Integer patients = parties.isSplit() ? null : patients(parties, day);
        String ended = (String) em.createNativeQuery(ENDED.formatted("f.subject_id = any (cast(:old as bigint[]))"))
                .setParameter("old", old)
                .setParameter("day", day)
                .setParameter("now", author.at())
                .getSingleResult();
        String made = made(
                author,
                day,
                "select o.id, 'STATUS', 'CLOSED' from crm.organisation o where o.id in ("
                        + ids(parties.predecessorIds()) + ") and o.kind = 'PRACTICE'");
        if (patients != null) {
            String successor = ids(parties.successorIds());
            String replaced = (String)
                    em.createNativeQuery(ENDED.formatted("f.subject_id in (" + successor + ") and f.fact = 'PATIENTS'"))
                            .setParameter("day", day)
                            .setParameter("now", author.at())
                            .getSingleResult();
            String sum = made(author, day, "values (" + successor + ", 'PATIENTS', '" + patients + "')");
            ended = concat(ended, replaced);
            made = concat(made, sum);
        }
        return "{\"ended\":" + ended + ",\"made\":" + made + "}";
    }

    void undo(Long succession, Instant now) {
        em.createNativeQuery("""
                update crm.organisation_fact f set withdrawn_at = :now, version = f.version + 1
                  from crm.succession s cross join lateral jsonb_to_recordset(s.effect -> 'facts' -> 'made') as m (id bigint, version bigint)
                 where s.id = :id and f.id = m.id and f.withdrawn_at is null and f.version = m.version""")
                .setParameter("now", now)
                .setParameter("id", succession)
                .executeUpdate();
        em.createNativeQuery("""
                update crm.organisation_fact f set valid_to = e."to", withdrawn_at = null, version = f.version + 1
                  from crm.succession s
                 cross join lateral jsonb_to_recordset(s.effect -> 'facts' -> 'ended') as e (id bigint, version bigint, "to" date)
                 where s.id = :id and f.id = e.id and f.version = e.version
                   and not exists (select 1 from crm.organisation_fact x
                                    where x.id <> f.id and x.subject_id = f.subject_id and x.fact = f.fact and x.withdrawn_at is null
                                      and daterange(x.valid_from, x.valid_to, '[]') && daterange(f.valid_from, e."to", '[]'))""").setParameter("id", succession).executeUpdate();
    }

    /** Of all who come together on that day; null when the number of one that ends is not known. */
    private Integer patients(Parties parties, LocalDate day) {
        Object sum = em.createNativeQuery("""
                select sum(cast(f.value as integer)) from crm.organisation_fact f
                 where f.fact = 'PATIENTS' and f.withdrawn_at is null and f.subject_id = any (cast(:all as bigint[]))
                   and (f.valid_from is null or f.valid_from < :day) and (f.valid_to is null or f.valid_to >= :day)
                having bool_or(f.subject_id = any (cast(:old as bigint[])))""")
                .setParameter("all", PeriodMover.array(parties.involvedIds()))
                .setParameter("old", PeriodMover.array(parties.predecessorIds()))
                .setParameter("day", day)
                .getResultStream()
                .findFirst()
                .orElse(null);
        return sum == null ? null : ((Number) sum).intValue();
    }

    private String made(Author author, LocalDate day, String facts) {
        return (String) em.createNativeQuery(MADE.formatted(facts))
                .setParameter("day", day)
                .setParameter("organisation", author.organisationId())
                .setParameter("account", author.accountId())
                .setParameter("now", author.at())
                .getSingleResult();
    }

    private static String ids(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String concat(String one, String other) {
        if (one.equals("[]")) {
            return other;
        }
        return other.equals("[]") ? one : one.substring(0, one.length() - 1) + "," + other.substring(1);
    }
}
