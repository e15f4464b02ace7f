package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

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
            select count(*) from %1$s t join crm.person p on p.id = :merged where %2$s = p.%3$s and %4$s and %5$s""";

    private static final String CLASHES = """
            select %1$s as kind, count(*)
              from %2$s a
              join %2$s b on true
              join crm.person s on s.id = :survivor
              join crm.person m on m.id = :merged
             where %3$s = s.%5$s and %4$s = m.%5$s and %6$s and %7$s and not (%8$s) and (%9$s)
             group by 1""";

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
        List<MergePreview.Count> counts = new ArrayList<>();
        for (PersonRows rows : tables) {
            if (rows.fact() != null) {
                Number count = (Number) em.createNativeQuery(COUNT.formatted(
                                rows.table(),
                                rows.person("t"),
                                rows.byUuid() ? "uuid" : "id",
                                rows.meant("t"),
                                rows.fact().only()))
                        .setParameter("merged", plan.mergedId())
                        .getSingleResult();
                if (count.longValue() > 0) {
                    counts.add(new MergePreview.Count(rows.kind(), count.longValue()));
                }
            }
        }
        return counts;
    }

    /** What would collide, by kind. */
    List<MergePreview.Count> collisions(MergePlan plan, List<PersonRows> tables) {
        Map<String, Long> counts = new TreeMap<>();
        for (PersonRows rows : tables) {
            for (Clash clash : rows.clashes()) {
                rows(em.createNativeQuery(CLASHES.formatted(
                                        clash.kind(),
                                        rows.table(),
                                        rows.person("a"),
                                        rows.person("b"),
                                        rows.byUuid() ? "uuid" : "id",
                                        rows.meant("a"),
                                        rows.meant("b"),
                                        clash.quiet(),
                                        clash.when()))
                                .setParameter("survivor", plan.survivorId())
                                .setParameter("merged", plan.mergedId()))
                        .forEach(row -> counts.merge((String) row[0], ((Number) row[1]).longValue(), Long::sum));
            }
        }
        return counts.entrySet().stream()
                .map(each -> new MergePreview.Count(each.getKey(), each.getValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
