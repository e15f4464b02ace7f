package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what merges did, and what one would do. */
class MergeReader {

    private static final String STORY = """
            with recursive one as (
              select p.id from {subjects} p where p.id = :person
              union
              select e.merged_id from one o join crm.merge_event e on e.survivor_id = o.id and e.subject = '{subject}')
            select e.uuid, e.how, s.{label} as survivor, m.{label} as merged, o.code, e.reason, e.score, e.model_version,
                   e.merged_at, e.undone_at, e.undone_reason,
                   (select count(*) from crm.merge_collision c where c.merge_id = e.id and c.state = 'OPEN') as waiting
              from crm.merge_event e
              join {subjects} s on s.id = e.survivor_id
              join {subjects} m on m.id = e.merged_id
              left join crm.organisation o on o.id = e.organisation_id
             where e.subject = '{subject}' and (e.survivor_id in (select id from one) or e.merged_id = :person)
             order by e.id desc""";

    private static final String COUNT = """
            select '{kind}' as kind, (select count(*) from {table} t where {t.person} = p.{key} and {t.only} and %s) as count
              from {subjects} p where p.id = :merged""";

    private static final String CLASHES = """
            select %1$s as kind
              from {table} a
              join {table} b on true
              join {subjects} s on s.id = :survivor
              join {subjects} m on m.id = :merged
             where {a.person} = s.{key} and {b.person} = m.{key} and {a.only} and {b.only} and not (%2$s) and (%3$s)""";

    private final EntityManager em;
    private final Instant now;
    private final Subject subject;

    MergeReader(EntityManager em, Instant now, Subject subject) {
        this.em = em;
        this.now = now;
        this.subject = subject;
    }

    /** All merges that made a person what he or she is, and those that were taken back, the newest first. */
    List<MergeLine> story(Long person) {
        return rows(query(STORY).setParameter("person", person)).stream()
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
        return rows(query(counts).setParameter("merged", plan.mergedId())).stream()
                .map(row -> new MergePreview.Count((String) row[0], ((Number) row[1]).longValue()))
                .filter(count -> count.count() > 0)
                .toList();
    }

    /** What would collide, by kind. */
    List<MergePreview.Count> collisions(MergePlan plan, List<PersonRows> tables) {
        String clashes = tables.stream()
                .flatMap(rows -> rows.clashes().stream()
                        .map(clash -> rows.fill(CLASHES.formatted(clash.kind(), quiet(clash), clash.when()))))
                .collect(Collectors.joining(" union all "));
        List<MergePreview.Count> counts = new ArrayList<>();
        rows(query("select kind, count(*) from (" + clashes
                                + ") c where cast(:now as timestamptz) is not null group by 1 order by 1")
                        .setParameter("survivor", plan.survivorId())
                        .setParameter("merged", plan.mergedId())
                        .setParameter("now", now))
                .forEach(row -> counts.add(new MergePreview.Count((String) row[0], ((Number) row[1]).longValue())));
        long numbers = subject == Subject.PERSON ? new NumberClashes(em).count(plan) : 0;
        if (numbers > 0) {
            counts.add(new MergePreview.Count("NUMBER", numbers));
        }
        counts.sort(Comparator.comparing(MergePreview.Count::kind));
        return counts;
    }

    /** Of organisations nobody decides afterwards, so everything is told before. */
    private String quiet(Clash clash) {
        return subject == Subject.PERSON ? clash.quiet() : "false";
    }

    private Query query(String sql) {
        return em.createNativeQuery(subject.fill(sql));
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
