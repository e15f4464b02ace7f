package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Moves rows between persons, or organisations, in sets: a few statements for all tables together, however many merges. The names of tables and
 * columns, and what the rows are called, come from {@link PersonRows} constants of the components; every value is a parameter.
 */
class RowMover {

    private static final String PAIR = """
            with pair as (
              select e.id as merge_id, e.merged_id as from_id, e.survivor_id as to_id, e.organisation_id,
                     f.uuid as from_uuid, s.uuid as to_uuid
                from crm.merge_event e
                join {subjects} f on f.id = e.merged_id
                join {subjects} s on s.id = e.survivor_id
               where e.id = any (cast(:merges as bigint[])))
            """;

    /** What the survivor has before anything is moved: whatever it has later and not here is later. */
    private static final String KEEP = PAIR + """
            update crm.merge_event e set kept = e.kept || array(%s) from pair d where e.id = d.merge_id""";

    private static final String KEPT = "select '{kind}:' || {t.row} || ':' || {t.part} from {table} t"
            + " where {t.person} = d.to_{key} and {t.only}";

    private static final String CLASH = PAIR + """
            insert into crm.merge_collision (id, uuid, merge_id, kind, source, survivor_row, merged_row, part, outcome,
                                             organisation_id, state, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), c.merge_id, c.kind, c.source, c.survivor_row, c.merged_row, c.part,
                   c.outcome, c.decider, c.state, :now
              from (%s) c
             order by c.place, c.merge_id, c.survivor_row, c.merged_row, c.part""";

    private static final String CLASHING = """
            select %5$s as place, d.merge_id, %1$s as kind, '{kind}' as source, {a.row} as survivor_row, {b.row} as merged_row,
                   {b.part} as part, '%6$s' as outcome, cast(%2$s as bigint) as decider,
                   case when %3$s then 'QUIET' else 'OPEN' end as state
              from pair d
              join {table} a on {a.person} = d.to_{key}
              join {table} b on {b.person} = d.from_{key}
             where {a.only} and {b.only} and (%4$s)""";

    private static final String MOVE = PAIR + """
            , %s
            insert into crm.merge_move (merge_id, kind, row_id, part, from_id, to_id) %s""";

    private static final String MOVED = """
            moved_{n} as (
              update {table} t
                 set {column} = d.to_{key} {mark}
                from pair d
               where {t.person} = d.from_{key} and {t.only}
                 and not exists (select 1 from crm.merge_collision c
                                  where c.merge_id = d.merge_id and c.source = '{kind}' and c.outcome = 'STAYS'
                                    and c.merged_row = {t.row} and c.part = {t.part})
              returning d.merge_id, '{kind}' as kind, {t.row} as row_id, {t.part} as part, d.from_id, d.to_id)""";

    private static final String MARK = """
            , beside = t.beside or exists (select 1 from crm.merge_collision c
                                            where c.merge_id = d.merge_id and c.source = '{kind}' and c.outcome = 'BESIDE'
                                              and c.merged_row = {t.row} and c.part = {t.part})""";

    private final EntityManager em;
    private final Instant now;
    private final Subject subject;

    RowMover(EntityManager em, Instant now, Subject subject) {
        this.em = em;
        this.now = now;
        this.subject = subject;
    }

    /** What clashes is written down before anything moves. */
    void move(List<PersonRows> tables, List<Long> merges) {
        Long[] ids = merges.toArray(Long[]::new);
        query(KEEP.formatted(united(tables, rows -> rows.fill(KEPT))))
                .setParameter("merges", ids)
                .executeUpdate();
        query(CLASH.formatted(clashes(tables)))
                .setParameter("merges", ids)
                .setParameter("now", now)
                .executeUpdate();
        for (List<PersonRows> layer : layers(tables)) {
            query(MOVE.formatted(
                            numbered(
                                    layer,
                                    rows -> rows.fill(MOVED.replace("{mark}", rows.canStandBeside() ? MARK : ""))),
                            IntStream.range(0, layer.size())
                                    .mapToObj(at -> "select * from moved_" + at)
                                    .collect(Collectors.joining(" union all "))))
                    .setParameter("merges", ids)
                    .executeUpdate();
        }
    }

    /** Lets rows follow what they hang on. */
    void follow(List<String> updates, List<Long> merges) {
        for (String update : updates) {
            em.createNativeQuery(update.replace(":persons", """
                            array(select unnest(array[e.survivor_id, e.merged_id, crm.survivor_of(e.survivor_id)])
                                    from crm.merge_event e
                                   where e.id = any (cast(:merges as bigint[])))"""))
                    .setParameter("merges", merges.toArray(Long[]::new))
                    .executeUpdate();
        }
    }

    private Query query(String sql) {
        return em.createNativeQuery(subject.fill(sql));
    }

    private static String clashes(List<PersonRows> tables) {
        List<String> clashes = new ArrayList<>();
        for (PersonRows rows : tables) {
            for (Clash clash : rows.clashes()) {
                clashes.add(rows.fill(CLASHING.formatted(
                        clash.kind(), clash.decider(), clash.quiet(), clash.when(), clashes.size(), clash.outcome())));
            }
        }
        return String.join(" union all ", clashes);
    }

    /** One statement writes a table once; what names persons in a second column of it has its turn in the next. */
    static List<List<PersonRows>> layers(List<PersonRows> tables) {
        List<List<PersonRows>> layers = new ArrayList<>();
        List<PersonRows> left = tables;
        while (!left.isEmpty()) {
            Set<String> written = new HashSet<>();
            List<PersonRows> next = new ArrayList<>();
            List<PersonRows> layer = new ArrayList<>();
            for (PersonRows rows : left) {
                (written.add(rows.table()) ? layer : next).add(rows);
            }
            layers.add(layer);
            left = next;
        }
        return layers;
    }

    private static String united(List<PersonRows> tables, Function<PersonRows, String> each) {
        return tables.stream().map(each).collect(Collectors.joining(" union all "));
    }

    /** Parts of a statement for each table, with its place. */
    static String numbered(List<PersonRows> tables, Function<PersonRows, String> each) {
        return IntStream.range(0, tables.size())
                .mapToObj(at -> each.apply(tables.get(at)).replace("{n}", String.valueOf(at)))
                .collect(Collectors.joining(", "));
    }
}
