package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/**
 * Moves rows between persons in sets: a few statements for a table, however many merges. The names of tables and columns
 * come from {@link PersonRows} constants of the components; every value is a parameter.
 */
class RowMover {

    private static final String PAIR = """
            with pair as (
              select e.id as merge_id, e.merged_id as from_id, e.survivor_id as to_id, e.organisation_id,
                     f.uuid as from_uuid, s.uuid as to_uuid
                from crm.merge_event e
                join crm.person f on f.id = e.merged_id
                join crm.person s on s.id = e.survivor_id
               where e.id = any (cast(:merges as bigint[])))
            """;

    /** What the survivor has before anything is moved: whatever it has later and not here is later. */
    private static final String KEEP = PAIR + """
            update crm.merge_event e
               set kept = e.kept || array(select :kind || ':' || %2$s || ':' || %3$s from %1$s t where %4$s = d.to_%6$s and %5$s)
              from pair d where e.id = d.merge_id""";

    private static final String CLASH = PAIR + """
            insert into crm.merge_collision (id, uuid, merge_id, kind, source, survivor_row, merged_row, part, outcome,
                                             organisation_id, state, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), c.*
              from (select d.merge_id, %1$s, cast(:kind as text), %5$s, %6$s, %7$s, cast(:outcome as text), cast(%2$s as bigint),
                           case when %3$s then 'QUIET' else 'OPEN' end, cast(:now as timestamptz)
                      from pair d
                      join %4$s a on %8$s = d.to_%12$s
                      join %4$s b on %9$s = d.from_%12$s
                     where %10$s and %11$s and (%13$s)
                     order by d.merge_id, %6$s, %7$s, %5$s) c""";

    private static final String MOVE = PAIR + """
            , moved as (
              update %1$s t
                 set %2$s = d.to_%6$s %7$s
                from pair d
               where %3$s = d.from_%6$s and %8$s
                 and not exists (select 1 from crm.merge_collision c
                                  where c.merge_id = d.merge_id and c.source = :kind and c.outcome = 'STAYS'
                                    and c.merged_row = %4$s and c.part = %5$s)
              returning d.merge_id, %4$s as row_id, %5$s as part, d.from_id, d.to_id)
            insert into crm.merge_move (merge_id, kind, row_id, part, from_id, to_id)
            select merge_id, :kind, row_id, part, from_id, to_id from moved""";

    private static final String MARK = """
            , beside = t.beside or exists (select 1 from crm.merge_collision c
                                            where c.merge_id = d.merge_id and c.source = :kind and c.outcome = 'BESIDE'
                                              and c.merged_row = %1$s and c.part = %2$s)""";

    /**
     * The rows that go back, and those that were decided to be the other's, with how far they came along the merges that led
     * on since: rows without a number of their own are told apart by whom they lie with.
     */
    private static final String MINE = """
            with link as (
              select l.place, e.id as merge_id, s.id as from_id, s.uuid as from_uuid
                from unnest(cast(:links as bigint[])) with ordinality as l (merge_id, place)
                join crm.merge_event e on e.id = l.merge_id
                join crm.person s on s.id = e.survivor_id),
            mine as materialized (
              select m.row_id, m.part,
                     (select max(l.place) from link l
                       where not exists (select 1 from link g
                                          where g.place between 2 and l.place
                                            and not exists (select 1 from crm.merge_move x
                                                             where x.merge_id = g.merge_id and x.kind = m.kind and x.row_id = m.row_id
                                                               and x.part = m.part and x.overtaken_by is null))) as reach
                from crm.merge_move m
               where m.merge_id = :merge and m.kind = :kind and m.overtaken_by is null
              union
              select g.row_id, g.part, (select max(l.place) from link l)
                from unnest(cast(:rows as bigint[]), cast(:parts as bigint[])) as g (row_id, part))
            """;

    private static final String GIVE_BACK = MINE + """
            update %1$s t
               set %2$s = f.%6$s
              from mine m
              join link d on d.place = m.reach
              join crm.person f on f.id = :merged
             where %4$s = m.row_id and %5$s = m.part and %3$s = d.from_%6$s""";

    /** What parts collides no longer, and the merges that moved it on since have it no longer. */
    private static final String LEAVE = MINE + """
            , parted as (
              select c.id
                from crm.merge_collision c join mine m on c.merged_row = m.row_id and c.part = m.part
               where c.source = :kind and (
                     c.merge_id = (select l.merge_id from link l where l.place = m.reach + 1) and c.outcome = 'STAYS'
                  or not exists (select 1 from mine o where o.row_id = c.survivor_row and o.part = c.part))
               union
              select c.id
                from crm.merge_collision c join mine m on c.survivor_row = m.row_id and c.part = m.part
               where c.source = :kind
                 and not exists (select 1 from mine o where o.row_id = c.merged_row and o.part = c.part)),
            settled as (
              update crm.merge_collision c
                 set state = 'RESOLVED', decision = 'UNMERGED', decided_at = cast(:now as timestamptz)
                from parted p
               where c.id = p.id and c.state in ('OPEN', 'QUIET') and c.merge_id <> :merge)
            update crm.merge_move x
               set overtaken_by = :merge
              from mine m
              join link l on l.place between 2 and m.reach
             where x.merge_id = l.merge_id and x.kind = :kind and x.row_id = m.row_id and x.part = m.part
               and x.overtaken_by is null""";

    /** Beside stands what still collides with something, or was decided to stand there. */
    private static final String BESIDE = """
            with concerned as (
              select c.merged_row as row_id from crm.merge_collision c where c.merge_id = :merge and c.source = :kind
              union
              select c.merged_row from crm.merge_collision c
               where c.source = :kind and c.decision = 'UNMERGED' and c.decided_at = cast(:now as timestamptz)),
            wanted as (
              select r.row_id, exists (select 1 from crm.merge_collision c join crm.merge_event e on e.id = c.merge_id
                                        where c.source = :kind and c.merged_row = r.row_id and c.outcome = 'BESIDE'
                                          and e.undone_at is null and (c.state = 'OPEN' or c.decision = 'KEEP_BOTH')) as beside
                from concerned r)
            update %1$s t set beside = w.beside from wanted w where t.id = w.row_id and t.beside <> w.beside""";

    private final EntityManager em;
    private final Instant now;

    RowMover(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    void move(PersonRows rows, List<Long> merges) {
        Long[] ids = merges.toArray(Long[]::new);
        query(KEEP.formatted(rows.table(), rows.row("t"), rows.part("t"), rows.person("t"), rows.meant("t"), key(rows)))
                .setParameter("merges", ids)
                .setParameter("kind", rows.kind())
                .executeUpdate();
        rows.clashes().forEach(clash -> clash(rows, clash, ids));
        String mark = rows.canStandBeside() ? MARK.formatted(rows.row("t"), rows.part("t")) : "";
        query(MOVE.formatted(
                        rows.table(),
                        rows.person(),
                        rows.person("t"),
                        rows.row("t"),
                        rows.part("t"),
                        key(rows),
                        mark,
                        rows.meant("t")))
                .setParameter("merges", ids)
                .setParameter("kind", rows.kind())
                .executeUpdate();
    }

    private void clash(PersonRows rows, Clash clash, Long[] merges) {
        query(CLASH.formatted(
                        clash.kind(),
                        clash.decider(),
                        clash.quiet(),
                        rows.table(),
                        rows.row("a"),
                        rows.row("b"),
                        rows.part("b"),
                        rows.person("a"),
                        rows.person("b"),
                        rows.meant("a"),
                        rows.meant("b"),
                        key(rows),
                        clash.when()))
                .setParameter("merges", merges)
                .setParameter("kind", rows.kind())
                .setParameter("outcome", clash.outcome().name())
                .setParameter("now", now)
                .executeUpdate();
    }

    void giveBack(PersonRows rows, Undoing undoing) {
        if (!undoing.touches(rows.kind())) {
            return;
        }
        String giveBack = GIVE_BACK.formatted(
                rows.table(), rows.person(), rows.person("t"), rows.row("t"), rows.part("t"), key(rows));
        mine(query(giveBack), rows, undoing)
                .setParameter("merged", undoing.mergedId())
                .executeUpdate();
        mine(query(LEAVE), rows, undoing).setParameter("now", now).executeUpdate();
        if (rows.canStandBeside()) {
            query(BESIDE.formatted(rows.table()))
                    .setParameter("merge", undoing.merge())
                    .setParameter("kind", rows.kind())
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    private static Query mine(Query query, PersonRows rows, Undoing undoing) {
        return query.setParameter("merge", undoing.merge())
                .setParameter("kind", rows.kind())
                .setParameter("rows", undoing.rows(rows.kind()))
                .setParameter("parts", undoing.parts(rows.kind()))
                .setParameter("links", undoing.links().toArray(Long[]::new));
    }

    void follow(String update, List<Long> merges) {
        query(update.replace(":persons", """
                        array(select unnest(array[e.survivor_id, e.merged_id, crm.survivor_of(e.survivor_id)])
                                from crm.merge_event e
                               where e.id = any (cast(:merges as bigint[])))"""))
                .setParameter("merges", merges.toArray(Long[]::new))
                .executeUpdate();
    }

    private Query query(String sql) {
        return em.createNativeQuery(sql);
    }

    private static String key(PersonRows rows) {
        return rows.byUuid() ? "uuid" : "id";
    }
}
