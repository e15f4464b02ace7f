package nl.kring.crm.agenda.calendar;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaCursor;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.platform.ResultPage;

/** The public agenda in the database: one query a page whatever its filter, and one for the sessions of a feed. */
final class AgendaTable {

    private static final int COLUMNS = 15;

    private static final String COLUMN_LIST = """
            e.id, e.uuid, c.title, c.kind, o.code, o.name, e.location, e.place, e.price_cents, e.waiting_list,
            e.starts_at, e.ends_at, s.capacity, s.taken, e.online is not null""";

    private static final String FROM = """
             from crm.edition e
             join crm.course c on c.id = e.course_id
             join crm.organisation o on o.id = c.organiser_id
             join crm.seat_count s on s.edition_id = e.id
            where\s""";

    /** With the number itself, so that the plan knows that few rows are wanted. */
    private static final String ORDER = " order by e.starts_at, e.id limit %d";

    private final EntityManager em;
    private final Instant now;

    AgendaTable(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    @SuppressWarnings("unchecked")
    ResultPage<AgendaLine> page(AgendaSearch search, int size, String cursor) {
        AgendaConditions where = conditions(search);
        AgendaCursor after = AgendaCursor.parse(cursor, search.parts());
        if (after != null) {
            where.and("(e.starts_at, e.id) > (:at, :id)", "at", after.startsAt())
                    .with("id", after.id());
        }
        List<Tuple> rows = where.fill(query("select " + COLUMN_LIST + FROM + where.text() + ORDER.formatted(size + 1)))
                .getResultList();
        List<AgendaLine> lines =
                new ArrayList<>(rows.stream().map(AgendaTable::line).toList());
        if (lines.size() <= size) {
            return new ResultPage<>(lines, null);
        }
        lines.remove(size);
        AgendaLine last = lines.get(size - 1);
        return new ResultPage<>(lines, new AgendaCursor(last.startsAt(), last.id()).text(search.parts()));
    }

    /** The next editions with their sessions. */
    @SuppressWarnings("unchecked")
    List<FeedEntry> entries(AgendaSearch search, int most) {
        AgendaConditions where = conditions(search);
        List<Tuple> rows = where.fill(query("select " + COLUMN_LIST
                        + ", c.summary, coalesce(e.published_at, e.created_at), e.calendar_sequence" + FROM
                        + where.text() + ORDER.formatted(most)))
                .getResultList();
        Map<Long, List<FeedEntry.FeedSession>> sessions =
                sessions(rows.stream().map(row -> row.get(0, Long.class)).toList());
        return rows.stream()
                .map(row -> new FeedEntry(
                        line(row),
                        row.get(COLUMNS, String.class),
                        row.get(COLUMNS + 1, Instant.class),
                        row.get(COLUMNS + 2, Integer.class),
                        sessions.getOrDefault(row.get(0, Long.class), List.of())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<Long, List<FeedEntry.FeedSession>> sessions(List<Long> editions) {
        Map<Long, List<FeedEntry.FeedSession>> found = new HashMap<>();
        if (!editions.isEmpty()) {
            List<Tuple> rows = query("""
                            select s.edition_id, s.uuid, s.title, s.starts_at, s.ends_at, s.location
                              from crm.session s
                             where s.edition_id in (:editions)
                             order by s.edition_id, s.starts_at, s.id""").setParameter("editions", editions).getResultList();
            rows.forEach(row -> found.computeIfAbsent(row.get(0, Long.class), edition -> new ArrayList<>())
                    .add(new FeedEntry.FeedSession(
                            row.get(1, UUID.class),
                            row.get(2, String.class),
                            row.get(3, Instant.class),
                            row.get(4, Instant.class),
                            row.get(5, String.class))));
        }
        return found;
    }

    private AgendaConditions conditions(AgendaSearch search) {
        return new AgendaConditions(AgendaConditions.IN_AGENDA)
                .and(
                        "e.starts_at >= :from",
                        "from",
                        search.from() == null
                                ? now
                                : AmsterdamTime.toInstant(search.from().atStartOfDay()))
                .and(
                        "e.starts_at < :until",
                        "until",
                        search.to() == null
                                ? null
                                : AmsterdamTime.toInstant(
                                        search.to().plusDays(1).atStartOfDay()))
                .and("o.code = upper(:organisation)", "organisation", search.organisation())
                .and(
                        "c.kind = :kind",
                        "kind",
                        search.kind() == null ? null : search.kind().name())
                .audience(search.audience())
                .place(search.place())
                .theme(search.theme())
                .among(search.among())
                .words(search.q());
    }

    private Query query(String text) {
        return em.createNativeQuery(text, Tuple.class);
    }

    private static AgendaLine line(Tuple row) {
        return new AgendaLine(
                row.get(0, Long.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                CourseKind.valueOf(row.get(3, String.class)),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, Integer.class),
                row.get(9, Boolean.class),
                row.get(10, Instant.class),
                row.get(11, Instant.class),
                row.get(12, Integer.class),
                row.get(13, Integer.class),
                row.get(14, Boolean.class));
    }
}
