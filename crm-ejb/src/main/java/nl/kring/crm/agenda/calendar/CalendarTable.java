package nl.kring.crm.agenda.calendar;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.registry.Profession;

/** The calendar and the year of those who plan, each in one query. */
final class CalendarTable {

    private static final int MOST = 2_000;

    /** One's own in every state, of others what everybody may see. */
    private static final String VISIBLE =
            "(:all or c.organiser_id = :own or e.published_at is not null and not e.in_company"
                    + " or exists (select 1 from crm.course_co_organiser k where k.course_id = c.id and k.organisation_id = :own))";

    /** Of a resource that its organisation keeps to itself, others learn nothing. */
    private static final String HAS = """
            exists (select 1 from crm.resource_booking b join crm.resource r on r.id = b.resource_id
                     where b.session_id = s.id and b.state <> 'RELEASED' and r.kind = '%s' and r.uuid = :%s
                       and (:all or r.shared or r.organisation_id = :own))""";

    private final EntityManager em;
    private final Long own;
    private final boolean all;

    /**
     * @param own the organisation that is acted for, or null
     * @param all whether everything may be seen
     */
    CalendarTable(EntityManager em, Long own, boolean all) {
        this.em = em;
        this.own = own;
        this.all = all;
    }

    @SuppressWarnings("unchecked")
    List<CalendarEntry> between(CalendarSearch search) {
        AgendaConditions where = new AgendaConditions(VISIBLE)
                .and("s.starts_at < :until", "until", start(search.to().plusDays(1)))
                .and("s.ends_at > :from", "from", start(search.from()))
                .and("o.code = upper(:organisation)", "organisation", search.organisation())
                .and(HAS.formatted("ROOM", "room"), "room", search.room())
                .and(HAS.formatted("TEACHER", "teacher"), "teacher", search.teacher())
                .and(
                        "e.state = :state",
                        "state",
                        search.state() == null ? null : search.state().name())
                .audience(search.audience())
                .theme(search.theme());
        List<Tuple> rows = asked(where, """
                        select s.uuid, e.uuid, c.title, s.title, s.starts_at, s.ends_at, e.state, o.code, e.location, e.place,
                               n.capacity, n.taken, :all or c.organiser_id = :own,
                               (select string_agg(r.name, ', ' order by r.kind desc, r.name)
                                  from crm.resource_booking b join crm.resource r on r.id = b.resource_id
                                 where b.session_id = s.id and b.state <> 'RELEASED'
                                   and (:all or r.shared or r.organisation_id = :own))
                          from crm.session s
                          join crm.edition e on e.id = s.edition_id
                          join crm.course c on c.id = e.course_id
                          join crm.organisation o on o.id = c.organiser_id
                          join crm.seat_count n on n.edition_id = e.id
                         where %s
                         order by s.starts_at, s.id""").setMaxResults(MOST).getResultList();
        return rows.stream().map(CalendarTable::entry).toList();
    }

    /** Weeks in which something is, by organisation; cancelled editions do not count. */
    @SuppressWarnings("unchecked")
    List<PlannedWeek> weeks(LocalDate from, LocalDate until, Profession audience) {
        AgendaConditions where = new AgendaConditions(VISIBLE + " and e.state <> 'CANCELLED'")
                .and("s.starts_at >= :from", "from", start(from))
                .and("s.starts_at < :until", "until", start(until))
                .audience(audience);
        List<Tuple> rows = asked(where, """
                        select to_char(date_trunc('week', s.starts_at at time zone 'Europe/Amsterdam'), 'YYYY-MM-DD'), o.code,
                               count(distinct e.id), c.organiser_id = :own
                          from crm.session s
                          join crm.edition e on e.id = s.edition_id
                          join crm.course c on c.id = e.course_id
                          join crm.organisation o on o.id = c.organiser_id
                         where %s
                         group by 1, 2, c.organiser_id
                         order by 1, 4 desc nulls last, 2""").getResultList();
        return rows.stream()
                .map(row -> new PlannedWeek(
                        LocalDate.parse(row.get(0, String.class)),
                        row.get(1, String.class),
                        row.get(2, Long.class).intValue(),
                        Boolean.TRUE.equals(row.get(3, Boolean.class))))
                .toList();
    }

    private Query asked(AgendaConditions where, String text) {
        return where.fill(em.createNativeQuery(text.formatted(where.text()), Tuple.class))
                .setParameter("own", own == null ? -1L : own)
                .setParameter("all", all);
    }

    private static Instant start(LocalDate day) {
        return AmsterdamTime.toInstant(day.atStartOfDay());
    }

    private static CalendarEntry entry(Tuple row) {
        return new CalendarEntry(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, Instant.class),
                row.get(5, Instant.class),
                EditionState.valueOf(row.get(6, String.class)),
                row.get(7, String.class),
                row.get(8, String.class),
                row.get(9, String.class),
                row.get(10, Integer.class),
                row.get(11, Integer.class),
                row.get(13, String.class),
                row.get(12, Boolean.class));
    }
}
