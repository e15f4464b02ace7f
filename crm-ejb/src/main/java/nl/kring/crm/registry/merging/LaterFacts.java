package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was added since a merge: rows that neither went along with it nor were the survivor's then, nor came with somebody
 * else who was merged in. When the survivor was merged on, what was added there counts as well.
 */
class LaterFacts {

    private static final String LATER = """
            with recursive cluster as (
              select e.id, e.merged_id from crm.merge_event e
               where e.subject = 'PERSON' and e.survivor_id = :root and e.undone_at is null
               union all
              select e.id, e.merged_id from cluster c
                join crm.merge_event e on e.subject = 'PERSON' and e.survivor_id = c.merged_id and e.undone_at is null)
            select %1$s as row_id, %2$s as part, %6$s as told, %7$s as since
              from %3$s t
              join crm.person r on r.id = :root
             cross join lateral (
               select coalesce((select m.from_id from cluster c join crm.merge_move m on m.merge_id = c.id
                                 where m.kind = :kind and m.row_id = %1$s and m.part = %2$s and m.overtaken_by is null
                                 order by m.merge_id limit 1), r.id) as person_id) o
              join crm.merge_event l on l.id = any (cast(:links as bigint[])) and l.survivor_id = o.person_id
             where %4$s = r.%5$s and %8$s and %9$s
               and (%10$s is null or %10$s = cast(:reader as bigint))
               and not :kind || ':' || %1$s || ':' || %2$s = any (l.kept)
               and not exists (select 1 from crm.merge_move own
                                where own.merge_id = :merge and own.kind = :kind and own.row_id = %1$s and own.part = %2$s
                                  and own.overtaken_by is null)""";

    private final EntityManager em;

    LaterFacts(EntityManager em) {
        this.em = em;
    }

    /** Those that the reader's organisation may see; what others keep to themselves stays with the survivor. */
    List<LaterFact> of(MergeLedger.Written merge, Long root, List<Long> links, List<PersonRows> tables, Long reader) {
        List<LaterFact> facts = new ArrayList<>();
        for (PersonRows rows : tables) {
            if (rows.fact() != null) {
                facts.addAll(of(merge, root, links, rows, reader));
            }
        }
        facts.sort(Comparator.comparing(LaterFact::since, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(fact -> fact.key().toString()));
        return facts;
    }

    @SuppressWarnings("unchecked")
    private List<LaterFact> of(MergeLedger.Written merge, Long root, List<Long> links, PersonRows rows, Long reader) {
        PersonRows.Fact fact = rows.fact();
        Query query = em.createNativeQuery(LATER.formatted(
                        rows.row("t"),
                        rows.part("t"),
                        rows.table(),
                        rows.person("t"),
                        rows.byUuid() ? "uuid" : "id",
                        fact.told(),
                        fact.since(),
                        rows.meant("t"),
                        fact.only(),
                        fact.keptBy()))
                .setParameter("root", root)
                .setParameter("kind", rows.kind())
                .setParameter("links", links.toArray(Long[]::new))
                .setParameter("reader", reader)
                .setParameter("merge", merge.id());
        return ((List<Object[]>) query.getResultList())
                .stream()
                        .map(row -> new LaterFact(
                                new FactKey(rows.kind(), ((Number) row[0]).longValue(), ((Number) row[1]).longValue()),
                                (String) row[2],
                                (Instant) row[3]))
                        .toList();
    }
}
