package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what waits for a decision: one query for the list, and one for each kind of row in it. */
class CollisionReader {

    private static final int LONGEST = 200;

    private static final String OPEN = """
            select c.uuid, c.kind, c.field, p.uuid as person, p.display_name, b.display_name as merged_name, o.code, c.created_at,
                   c.id, c.source
              from crm.merge_collision c
              join crm.merge_event e on e.id = c.merge_id
              join crm.person p on p.id = crm.survivor_of(e.survivor_id)
              join crm.person b on b.id = e.merged_id
              left join crm.organisation o on o.id = c.organisation_id
             where c.state = 'OPEN'
               and (cast(:person as uuid) is null or p.uuid = :person)
               and (cast(:organisation as bigint) is null or %s)
             order by c.id""".formatted(OpenCollisions.OF_ORGANISATION);

    /** What stays with the tombstone has the same number there. */
    private static final String TOLD = """
            select c.id,
                   (select %1$s from %2$s t where %3$s = c.survivor_row and %4$s = c.part
                       and (c.outcome <> 'STAYS' or %5$s = s.%6$s)) as first,
                   (select %1$s from %2$s t where %3$s = c.merged_row and %4$s = c.part
                       and (c.outcome <> 'STAYS' or %5$s = b.%6$s)) as second
              from crm.merge_collision c
              join crm.merge_event e on e.id = c.merge_id
              join crm.person s on s.id = crm.survivor_of(e.survivor_id)
              join crm.person b on b.id = e.merged_id
             where c.id = any (cast(:ids as bigint[]))""";

    private static final String NUMBERS = """
            select c.id, case c.field when 'big' then s.big when 'agb' then s.agb end, case c.field when 'big' then b.big when 'agb' then b.agb end
              from crm.merge_collision c
              join crm.merge_event e on e.id = c.merge_id
              join crm.person s on s.id = crm.survivor_of(e.survivor_id)
              join crm.person b on b.id = e.merged_id
             where c.id = any (cast(:ids as bigint[])) and c.source = 'SAID'""";

    private final EntityManager em;

    CollisionReader(EntityManager em) {
        this.em = em;
    }

    /** Of one person, or of everybody (null); for one organisation, or for whoever may see all (null). */
    List<CollisionLine> open(UUID person, Long reader, List<PersonRows> tables) {
        List<Object[]> rows = rows(em.createNativeQuery(OPEN)
                .setParameter("person", person)
                .setParameter("organisation", reader)
                .setMaxResults(LONGEST));
        Map<Long, Object[]> told = new HashMap<>();
        tell(NUMBERS, rows, "SAID", told);
        for (PersonRows table : tables) {
            if (table.fact() != null) {
                tell(
                        TOLD.formatted(
                                table.fact().told(),
                                table.table(),
                                table.row("t"),
                                table.part("t"),
                                table.person("t"),
                                table.byUuid() ? "uuid" : "id"),
                        rows,
                        table.kind(),
                        told);
            }
        }
        return rows.stream().map(row -> line(row, told)).toList();
    }

    private void tell(String query, List<Object[]> rows, String source, Map<Long, Object[]> told) {
        Long[] ids = rows.stream()
                .filter(row -> source.equals(row[9]))
                .map(row -> ((Number) row[8]).longValue())
                .toArray(Long[]::new);
        if (ids.length > 0) {
            rows(em.createNativeQuery(query).setParameter("ids", ids))
                    .forEach(row -> told.put(((Number) row[0]).longValue(), row));
        }
    }

    private static CollisionLine line(Object[] row, Map<Long, Object[]> told) {
        Object[] words = told.getOrDefault(((Number) row[8]).longValue(), new Object[3]);
        return new CollisionLine(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (UUID) row[3],
                (String) row[4],
                (String) row[5],
                (String) words[1],
                (String) words[2],
                (String) row[6],
                (Instant) row[7]);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
