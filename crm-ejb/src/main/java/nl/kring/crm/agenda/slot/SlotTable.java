package nl.kring.crm.agenda.slot;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.SystemClock;

/**
 * Looks for moments in the database, in one statement. Of each resource the moments at which it could begin are a set of
 * ranges: its hours, without what would run into something else. Of teachers the sets are intersected, of rooms united; what
 * both have is looked at each quarter of an hour by the clock on the wall.
 */
class SlotTable {

    /** What the caller may book, and asks for. */
    private static final String CHOSEN = """
            (select r.* from crm.resource r
              where r.retired_at is null and (r.organisation_id = :own or r.shared)
                and (r.uuid = any (:teachers) and r.kind <> 'ROOM'
                     or r.kind = 'ROOM' and (r.uuid = :room
                                             or cast(:room as uuid) is null and :anyRoom
                                                and (cast(:capacity as integer) is null or r.capacity >= :capacity)
                                                and (cast(:place as text) is null or lower(r.place) = lower(:place)))))""";

    private static final String FIRST = """
            with wish as materialized (
              select make_interval(mins => :minutes) as length,
                     tstzmultirange(tstzrange(:start, :end)) as period),
            chosen as materialized (%s),
            days as materialized (
              select cast(d as date) as day, extract(isodow from d) as weekday
                from generate_series(cast(:firstDay as timestamp), cast(:lastDay as timestamp), interval '1 day') d),
            busy as (
              select c.id,
                     tstzrange(lower(b.during) - w.length - make_interval(mins => c.minutes_after),
                               upper(b.during) + make_interval(mins => c.minutes_before), '()') as starts
                from wish w
                join chosen c on true
                join crm.resource_booking b on b.resource_id = c.id
               where b.state <> 'RELEASED' and (b.held_until is null or b.held_until > :now)
                 and b.during && tstzrange(cast(:start as timestamptz) - interval '2 days',
                                           cast(:end as timestamptz) + interval '2 days')
              union all
              select c.id,
                     tstzrange((cast(a.first_day as timestamp) at time zone 'Europe/Amsterdam') - w.length,
                               cast(a.last_day + 1 as timestamp) at time zone 'Europe/Amsterdam', '[)')
                from wish w
                join chosen c on true
                join crm.resource_absence a on a.resource_id = c.id),
            blocked as materialized (select id, range_agg(starts) as starts from busy group by id),
            hours as materialized (
              select h.resource_id as id,
                     range_agg(tstzrange(d.opens, d.closes - w.length, '[]')) filter (where d.closes - w.length >= d.opens) as starts
                from chosen c
                join crm.resource_hours h on h.resource_id = c.id
                join wish w on true
                cross join lateral (
                  select (days.day + h.opens) at time zone 'Europe/Amsterdam' as opens,
                         (days.day + h.closes) at time zone 'Europe/Amsterdam' as closes
                    from days where days.weekday = h.weekday) d
               group by h.resource_id),
            free as materialized (
              select c.id, c.kind, c.uuid, c.name, c.place, c.capacity,
                     case when exists (select 1 from crm.resource_hours h where h.resource_id = c.id)
                          then coalesce(h.starts, cast('{}' as tstzmultirange)) else w.period end
                     * w.period - coalesce(b.starts, cast('{}' as tstzmultirange)) as starts
                from wish w
                join chosen c on true
                left join hours h on h.id = c.id
                left join blocked b on b.id = c.id),
            fits as materialized (
              select coalesce((select range_intersect_agg(starts) from free where kind <> 'ROOM'), w.period)
                     * case when :needsRoom
                            then coalesce((select range_agg(starts) from free where kind = 'ROOM'), cast('{}' as tstzmultirange))
                            else w.period end as starts
                from wish w),
            moments as (
              select t, row_number() over (order by t) as number
                from wish w
                join fits f on true
                cross join lateral generate_series(
                  cast(:start as timestamptz), cast(:end as timestamptz), interval '15 minutes') t
                cross join lateral (select t at time zone 'Europe/Amsterdam' as starts,
                                           (t + w.length) at time zone 'Europe/Amsterdam' as ends) wall
               where extract(isodow from wall.starts) = any (:weekdays)
                 and cast(wall.starts as date) = cast(wall.ends as date)
                 and cast(wall.starts as time) >= :earliest and cast(wall.ends as time) <= :latest
                 and f.starts @> t),
            slots as materialized (
              select min(t) as first, max(t) as last
                from moments group by t - number * interval '15 minutes' order by 1 limit :most)
            select s.first, s.first + w.length as over, s.last, r.uuid, r.name, r.place, r.capacity
              from slots s
              join wish w on true
              left join free r on r.kind = 'ROOM' and r.starts @> s.first
             order by s.first, r.capacity nulls last, lower(r.name), r.id""".formatted(CHOSEN);

    private static final Duration STEP = Duration.ofMinutes(15);

    private final EntityManager em;
    private final Long organisation;
    private final Instant now;

    SlotTable(EntityManager em, Long organisation, Instant now) {
        this.em = em;
        this.organisation = organisation;
        this.now = now;
    }

    /** How many of what is asked for by name the caller may book. */
    int known(SlotWish wish) {
        SlotWish named = wish.room() == null
                ? new SlotWish(
                        wish.teachers(), null, false, null, null, wish.minutes(), wish.days(), null, null, null, null)
                : wish;
        return ((Long) asking("select count(*) from " + CHOSEN + " r", named, Long.class)
                        .getSingleResult())
                .intValue();
    }

    @SuppressWarnings("unchecked")
    List<Slot> first(SlotWish wish, int most) {
        List<Tuple> rows = asking(FIRST, wish, Tuple.class)
                .setParameter("minutes", wish.minutes())
                .setParameter("start", start(wish.firstDay()))
                .setParameter("end", midnight(wish.lastDay().plusDays(1)))
                .setParameter("firstDay", wish.firstDay().atStartOfDay())
                .setParameter("lastDay", wish.lastDay().atStartOfDay())
                .setParameter("now", now)
                .setParameter("needsRoom", wish.needsRoom())
                .setParameter("weekdays", weekdays(wish))
                .setParameter("earliest", wish.earliest())
                .setParameter("latest", wish.latest())
                .setParameter("most", most)
                .getResultList();
        Map<Instant, Slot> slots = new LinkedHashMap<>();
        for (Tuple row : rows) {
            Slot slot = slots.computeIfAbsent(
                    row.get(0, Instant.class),
                    first -> new Slot(first, row.get(1, Instant.class), row.get(2, Instant.class), new ArrayList<>()));
            if (row.get(3) != null) {
                slot.rooms()
                        .add(new Slot.Room(
                                row.get(3, UUID.class),
                                row.get(4, String.class),
                                row.get(5, String.class),
                                row.get(6, Integer.class)));
            }
        }
        return List.copyOf(slots.values());
    }

    private Query asking(String sql, SlotWish wish, Class<?> result) {
        return em.createNativeQuery(sql, result)
                .setParameter("own", organisation)
                .setParameter("teachers", wish.teachers().toArray(UUID[]::new))
                .setParameter("room", wish.room())
                .setParameter("anyRoom", wish.anyRoom())
                .setParameter("capacity", wish.capacity())
                .setParameter(
                        "place",
                        wish.place() == null || wish.place().isBlank()
                                ? null
                                : wish.place().strip());
    }

    private static Integer[] weekdays(SlotWish wish) {
        List<DayOfWeek> days = wish.days().isEmpty() ? List.of(DayOfWeek.values()) : List.copyOf(wish.days());
        return days.stream().map(DayOfWeek::getValue).toArray(Integer[]::new);
    }

    /** The first quarter of an hour of a day that is not past. */
    private Instant start(LocalDate day) {
        Instant midnight = midnight(day);
        if (!now.isAfter(midnight)) {
            return midnight;
        }
        long steps = Duration.between(midnight, now).dividedBy(STEP) + 1;
        return midnight.plus(STEP.multipliedBy(steps));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(SystemClock.AMSTERDAM).toInstant();
    }
}
