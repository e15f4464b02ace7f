package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Two that are one and have a different number of the same register each: one of them is wrong, and somebody should look. */
class NumberClashes {

    /** In which numbers the persons {@code a} and {@code b} differ. */
    private static final String DIFFERING = """
              (select 'big' as field where a.big <> b.big
               union all
               select 'agb' where a.agb <> b.agb
               union all
               select distinct 'registerNumber ' || s.qualifier
                 from crm.statement s
                 join crm.statement o on o.person_id = b.id and o.field = s.field and o.qualifier = s.qualifier
                                     and o.withdrawn_at is null and o.value <> s.value
                where s.person_id = a.id and s.field = 'registerNumber' and s.withdrawn_at is null)""";

    private static final String NOTE = """
            insert into crm.merge_collision (id, uuid, merge_id, kind, source, survivor_row, merged_row, field, outcome, state, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), e.id, 'NUMBER', 'SAID', e.survivor_id, e.merged_id, n.field,
                   'NOTED', 'OPEN', :now
              from crm.merge_event e
              join crm.person a on a.id = e.survivor_id
              join crm.person b on b.id = e.merged_id
             cross join lateral %s n
             where e.id = any (cast(:merges as bigint[]))""".formatted(DIFFERING);

    private static final String COUNT = """
            select count(*) from crm.person a join crm.person b on b.id = :merged cross join lateral %s n where a.id = :survivor""".formatted(DIFFERING);

    private final EntityManager em;

    NumberClashes(EntityManager em) {
        this.em = em;
    }

    void note(List<Long> merges, Instant now) {
        em.createNativeQuery(NOTE)
                .setParameter("merges", merges.toArray(Long[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** How many there would be. */
    long count(MergePlan plan) {
        return ((Number) em.createNativeQuery(COUNT)
                        .setParameter("survivor", plan.survivorId())
                        .setParameter("merged", plan.mergedId())
                        .getSingleResult())
                .longValue();
    }
}
