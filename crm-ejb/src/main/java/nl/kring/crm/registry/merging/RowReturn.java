package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;

/** Gives back what a merge moved, and what was decided to be the other's: a few statements for all tables together. */
class RowReturn {

    /**
     * The rows that go back, and those that were decided to be the other's, with how far they came along the merges that led
     * on since: rows without a number of their own are told apart by whom they lie with.
     */
    private static final String MINE = """
            with link as (
              select l.place, e.id as merge_id, s.id as from_id, s.uuid as from_uuid
                from unnest(cast(:links as bigint[])) with ordinality as l (merge_id, place)
                join crm.merge_event e on e.id = l.merge_id
                join {subjects} s on s.id = e.survivor_id),
            mine as materialized (
              select m.kind, m.row_id, m.part,
                     (select max(l.place) from link l
                       where not exists (select 1 from link g
                                          where g.place between 2 and l.place
                                            and not exists (select 1 from crm.merge_move x
                                                             where x.merge_id = g.merge_id and x.kind = m.kind and x.row_id = m.row_id
                                                               and x.part = m.part and x.overtaken_by is null))) as reach
                from crm.merge_move m
               where m.merge_id = :merge and m.overtaken_by is null
              union
              select g.kind collate "C", g.row_id, g.part, (select max(l.place) from link l)
                from unnest(cast(:kinds as text[]), cast(:rows as bigint[]), cast(:parts as bigint[])) as g (kind, row_id, part))
            """;

    private static final String GIVEN_BACK = """
            back_{n} as (
              update {table} t
                 set {column} = f.{key}
                from mine m
                join link d on d.place = m.reach
                join {subjects} f on f.id = :merged
               where m.kind = '{kind}' and {t.row} = m.row_id and {t.part} = m.part and {t.person} = d.from_{key})""";

    /** What parts collides no longer, and the merges that moved it on since have it no longer. */
    private static final String LEAVE = """
            , parted as (
              select c.id
                from crm.merge_collision c join mine m on c.source = m.kind and c.merged_row = m.row_id and c.part = m.part
               where c.merge_id = (select l.merge_id from link l where l.place = m.reach + 1) and c.outcome = 'STAYS'
                  or not exists (select 1 from mine o where o.kind = c.source and o.row_id = c.survivor_row and o.part = c.part)
               union
              select c.id
                from crm.merge_collision c join mine m on c.source = m.kind and c.survivor_row = m.row_id and c.part = m.part
               where not exists (select 1 from mine o where o.kind = c.source and o.row_id = c.merged_row and o.part = c.part)),
            settled as (
              update crm.merge_collision c
                 set state = 'RESOLVED', decision = 'UNMERGED', decided_at = cast(:now as timestamptz)
                from parted p
               where c.id = p.id and c.state in ('OPEN', 'QUIET') and c.merge_id <> :merge)
            update crm.merge_move x
               set overtaken_by = :merge
              from mine m
              join link l on l.place between 2 and m.reach
             where x.merge_id = l.merge_id and x.kind = m.kind and x.row_id = m.row_id and x.part = m.part
               and x.overtaken_by is null""";

    /** Beside stands what still collides with something, or was decided to stand there. */
    private static final String BESIDE = """
            with concerned as (
              select c.source, c.merged_row as row_id from crm.merge_collision c where c.merge_id = :merge
              union
              select c.source, c.merged_row from crm.merge_collision c
               where c.decision = 'UNMERGED' and c.decided_at = cast(:now as timestamptz)),
            wanted as materialized (
              select r.source, r.row_id, exists (select 1 from crm.merge_collision c join crm.merge_event e on e.id = c.merge_id
                                        where c.source = r.source and c.merged_row = r.row_id and c.outcome = 'BESIDE'
                                          and e.undone_at is null and (c.state = 'OPEN' or c.decision = 'KEEP_BOTH')) as beside
                from concerned r),
            %s
            select 1""";

    private static final String STANDING = """
            beside_{n} as (
              update {table} t set beside = w.beside from wanted w
               where w.source = '{kind}' and t.id = w.row_id and t.beside <> w.beside)""";

    private final EntityManager em;
    private final Instant now;
    private final Subject subject;
    private final Undoing undoing;

    RowReturn(EntityManager em, Instant now, Subject subject, Undoing undoing) {
        this.em = em;
        this.now = now;
        this.subject = subject;
        this.undoing = undoing;
    }

    void giveBack(List<PersonRows> tables) {
        List<PersonRows> touched =
                tables.stream().filter(rows -> undoing.touches(rows.kind())).toList();
        if (touched.isEmpty()) {
            return;
        }
        List<List<PersonRows>> layers = RowMover.layers(touched);
        for (List<PersonRows> further : layers.subList(1, layers.size())) {
            mine(back(further) + " select 1").getResultList();
        }
        mine(back(layers.get(0)) + LEAVE).setParameter("now", now).executeUpdate();
        List<PersonRows> standing =
                touched.stream().filter(PersonRows::canStandBeside).toList();
        if (!standing.isEmpty()) {
            em.createNativeQuery(BESIDE.formatted(RowMover.numbered(standing, rows -> rows.fill(STANDING))))
                    .setParameter("merge", undoing.merge())
                    .setParameter("now", now)
                    .getResultList();
        }
    }

    private static String back(List<PersonRows> tables) {
        return MINE + ", " + RowMover.numbered(tables, rows -> rows.fill(GIVEN_BACK));
    }

    private Query mine(String sql) {
        return em.createNativeQuery(subject.fill(sql))
                .setParameter("merge", undoing.merge())
                .setParameter("merged", undoing.mergedId())
                .setParameter("links", undoing.links().toArray(Long[]::new))
                .setParameter(
                        "kinds", undoing.given().stream().map(FactKey::kind).toArray(String[]::new))
                .setParameter("rows", undoing.given().stream().map(FactKey::row).toArray(Long[]::new))
                .setParameter(
                        "parts", undoing.given().stream().map(FactKey::part).toArray(Long[]::new));
    }
}
