package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows from rows of registers is derived anew after a merge. How it was before is kept, so that taking the merge
 * back finds the very rows again.
 */
class DerivedRows {

    private enum Table {
        AFFILIATION("crm.affiliation", "role"),
        MEMBERSHIP("crm.membership", "kind");

        private final String table;
        private final String term;

        Table(String table, String term) {
            this.table = table;
            this.term = term;
        }

        String fill(String sql) {
            return sql.replace("{kind}", name()).replace("{table}", table).replace("{term}", term);
        }
    }

    private static final String REMEMBER = """
            insert into crm.merge_change (merge_id, kind, row_id, was)
            select e.id, '{kind}', t.id, to_jsonb(t)
              from crm.merge_event e join {table} t on t.person_id in (e.survivor_id, e.merged_id)
             where e.id = any (cast(:merges as bigint[])) and t.derived""";

    /** Where the other says by hand that he or she works, nothing is derived for the survivor. */
    private static final String YIELD = """
            update {table} t set withdrawn_at = cast(:now as timestamptz), version = t.version + 1
              from crm.merge_event e
             where e.id = any (cast(:merges as bigint[])) and t.person_id = e.survivor_id and t.derived and t.withdrawn_at is null
               and exists (select 1 from {table} h where h.person_id = e.merged_id and h.organisation_id = t.organisation_id
                              and not h.derived and h.withdrawn_at is null)""";

    /** What the derivation has for the survivor already stays with the tombstone, where it holds no longer. */
    private static final String REST = """
            update {table} t set withdrawn_at = cast(:now as timestamptz), version = t.version + 1
              from crm.merge_collision c
             where c.merge_id = any (cast(:merges as bigint[])) and c.source = '{kind}' and c.outcome = 'STAYS'
               and t.id = c.merged_row and t.withdrawn_at is null""";

    private static final String FORGET_UNCHANGED = """
            delete from crm.merge_change c using {table} t
             where c.merge_id = any (cast(:merges as bigint[])) and c.kind = '{kind}' and t.id = c.row_id
               and to_jsonb(t) - 'person_id' - 'beside' = c.was - 'person_id' - 'beside'""";

    private static final String NOTE_CHANGED = """
            update crm.merge_change c set version_after = t.version from {table} t
             where c.merge_id = any (cast(:merges as bigint[])) and c.kind = '{kind}' and t.id = c.row_id""";

    /** Told apart from all that was there by standing neither among what the survivor kept nor among what moved. */
    private static final String NOTE_ADDED = """
            insert into crm.merge_change (merge_id, kind, row_id, version_after)
            select e.id, '{kind}', t.id, t.version
              from crm.merge_event e join {table} t on t.person_id = e.survivor_id and t.derived
             where e.id = any (cast(:merges as bigint[]))
               and not '{kind}:' || t.id || ':0' = any (e.kept)
               and not exists (select 1 from crm.merge_move m where m.merge_id = e.id and m.kind = '{kind}' and m.row_id = t.id)""";

    /** Who was merged into one of them before, and is somebody again, has taken rows along. */
    private static final String STILL_THEIRS = """

             and t.person_id in (select unnest(array[e.merged_id, crm.survivor_of(e.survivor_id)]) from crm.merge_event e where e.id = :merge)""";

    private static final String REMOVE_ADDED = """
            delete from {table} t using crm.merge_change c
             where c.merge_id = :merge and c.kind = '{kind}' and c.was is null and t.id = c.row_id and t.derived
               and t.version = c.version_after""" + STILL_THEIRS;

    private static final String RESTORE = """
            update {table} t
               set {term} = w.{term}, valid_from = w.valid_from, valid_to = w.valid_to, said_by_id = w.said_by_id,
                   withdrawn_at = w.withdrawn_at, version = t.version + 1
              from crm.merge_change c cross join lateral jsonb_populate_record(cast(null as {table}), c.was) w
             where c.merge_id = :merge and c.kind = '{kind}' and c.was is not null and t.id = c.row_id and t.derived
               and t.version = c.version_after""" + STILL_THEIRS + """

               and (w.withdrawn_at is not null or not exists (
                     select 1 from {table} x
                      where x.id <> t.id and x.person_id = t.person_id and x.organisation_id = t.organisation_id
                        and x.{term} = w.{term} and x.withdrawn_at is null and not x.beside
                        and daterange(x.valid_from, x.valid_to, '[]') && daterange(w.valid_from, w.valid_to, '[]')))""";

    /** An older merge finds the row as it left it, though it was changed and changed back since. */
    private static final String CARRY_ON = """
            update crm.merge_change o
               set version_after = t.version
              from crm.merge_change c join {table} t on t.id = c.row_id and t.version = c.version_after + 1
             where c.merge_id = :merge and c.kind = '{kind}' and c.was is not null
               and o.kind = c.kind and o.row_id = c.row_id and o.merge_id <> c.merge_id
               and o.version_after = cast(c.was ->> 'version' as bigint)""";

    private final EntityManager em;
    private final Instant now;

    DerivedRows(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** Before anything moves. */
    void remember(List<Long> merges) {
        each(REMEMBER, merges, false);
        each(YIELD, merges, true);
    }

    /** When everything has moved, before it is derived anew. */
    void rest(List<Long> merges) {
        each(REST, merges, true);
    }

    /** When it was derived anew. */
    void note(List<Long> merges) {
        each(FORGET_UNCHANGED, merges, false);
        each(NOTE_CHANGED, merges, false);
        each(NOTE_ADDED, merges, false);
    }

    /** When everything went back; what somebody changed since is left to the derivation. */
    void restore(Long merge) {
        for (String step : List.of(REMOVE_ADDED, RESTORE, CARRY_ON)) {
            em.createNativeQuery(ofBoth(step)).setParameter("merge", merge).getResultList();
        }
    }

    private void each(String step, List<Long> merges, boolean dated) {
        Query query = em.createNativeQuery(ofBoth(step)).setParameter("merges", merges.toArray(Long[]::new));
        if (dated) {
            query.setParameter("now", now);
        }
        query.getResultList();
    }

    /** What is written of one table does not touch the other: both in one statement. */
    private static String ofBoth(String step) {
        return "with "
                + Stream.of(Table.values())
                        .map(table -> "of_" + table.term + " as (" + table.fill(step) + ")")
                        .collect(Collectors.joining(", "))
                + " select 1";
    }
}
