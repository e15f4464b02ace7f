package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what merges did, and what one would do. */
class MergeReader {

    private static final String STORY = """
            with recursive one as (
              select p.id from crm.person p where p.id = :person
              union
              select e.merged_id from one o join crm.merge_event e on e.survivor_id = o.id and e.subject = 'PERSON')
            select e.uuid, e.how, s.display_name as survivor, m.display_name as merged, o.code, e.reason, e.score, e.model_version,
                   e.merged_at, e.undone_at, e.undone_reason,
                   (select count(*) from crm.merge_collision c where c.merge_id = e.id and c.state = 'OPEN') as waiting
              from crm.merge_event e
              join crm.person s on s.id = e.survivor_id
              join crm.person m on m.id = e.merged_id
              left join crm.organisation o on o.id = e.organisation_id
             where e.subject = 'PERSON' and (e.survivor_id in (select id from one) or e.merged_id = :person)
             order by e.id desc""";

    private static final String COUNT = """
            select '{kind}' as kind, (select count(*) from {table} t where {t.person} = p.{key} and {t.only} and %s) as count
              from crm.person p where p.id = :merged""";

    private static final String CLASHES = """
            select %1$s as kind
              from {table} a
              join {table} b on true
              join crm.person s on s.id = :survivor
              join crm.person m on m.id = :merged
             where {a.person} = s.{key} and {b.person} = m.{key} and {a.only} and {b.only} and not (%2$s) and (%3$s)""";

    private final EntityManager em;

    MergeReader(EntityManager em) {
        this.em = em;
    }

    /** All merges that made a person what he or she is, and those that were taken back, the newest first. */
    List<MergeLine> story(Long person) {
        return rows(em.createNativeQuery(STORY).setParameter("person", person)).stream()
                .map(row -> new MergeLine(
                        (UUID) row[0],
                        MergeReason.How.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        row[6] == null ? null : ((Number) row[6]).doubleValue(),
                        (String) row[7],
                        (Instant) row[8],
                        (Instant) row[9],
                        (String) row[10],
                        ((Number) row[11]).longValue()))
                .toList();
    }

    /** How many facts of each kind would go along. */
    List<MergePreview.Count> moved(MergePlan plan, List<PersonRows> tables) {
        String counts = tables.stream()
                .filter(rows -> rows.fact() != null)
                .map(rows -> rows.fill(COUNT.formatted(rows.fact().only())))
                .collect(Collectors.joining(" union all "));
        return rows(em.createNativeQuery(counts).setParameter("merged", plan.mergedId())).stream()
                .map(row -> new MergePreview.Count((String) row[0], ((Number) row[1]).longValue()))
                .filter(count -> count.count() > 0)
                .toList();
    }

    /** What would collide, by kind. */
    List<MergePreview.Count> collisions(MergePlan plan, List<PersonRows> tables) {
        String clashes = tables.stream()
                .flatMap(rows -> rows.clashes().stream()
                        .map(clash -> rows.fill(CLASHES.formatted(clash.kind(), clash.quiet(), clash.when()))))
                .collect(Collectors.joining(" union all "));
        List<MergePreview.Count> counts = new ArrayList<>();
        rows(em.createNativeQuery("select kind, count(*) from (" + clashes + ") c group by 1 order by 1")
                        .setParameter("survivor", plan.survivorId())
                        .setParameter("merged", plan.mergedId()))
                .forEach(row -> counts.add(new MergePreview.Count((String) row[0], ((Number) row[1]).longValue())));
        long numbers = new NumberClashes(em).count(plan);
        if (numbers > 0) {
            counts.add(new MergePreview.Count("NUMBER", numbers));
        }
        return counts;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
