package nl.kring.crm.agenda.resource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Bookings in the database. A row is written without looking first; where the exclusion constraint keeps it out, no row
 * comes, and who has it can be asked. What is only held ends when its time is over and somebody else needs the place.
 */
class BookingTable {

    /**
     * The stretch of time that a session takes of a resource, with what it needs before and after, but not into another
     * session of its own edition.
     */
    private static final String DURING = """
            tstzrange(
              least(s.starts_at,
                    greatest(s.starts_at - make_interval(mins => r.minutes_before),
                             (select max(p.ends_at) from crm.session p
                               where p.edition_id = s.edition_id and p.ends_at <= s.starts_at)
                             + make_interval(mins => r.minutes_after))),
              least(s.ends_at + make_interval(mins => r.minutes_after),
                    (select min(n.starts_at) from crm.session n
                      where n.edition_id = s.edition_id and n.starts_at >= s.ends_at)))""";

    private static final String TIME = "tstzrange(s.starts_at, s.ends_at)";

    private static final String WITHOUT = """
            not exists (select 1 from crm.resource_booking b
                         where b.session_id = s.id and b.resource_id = r.id and b.state <> 'RELEASED')""";

    /** It cannot be had then, by its hours and the days that it is away; by the clock on the wall. */
    static final String AWAY = """
            exists (
              select 1
                from (select s.starts_at at time zone 'Europe/Amsterdam' as starts,
                             s.ends_at at time zone 'Europe/Amsterdam' as ends) wall
               where exists (select 1 from crm.resource_absence a
                              where a.resource_id = r.id
                                and a.first_day <= cast(wall.ends as date) and a.last_day >= cast(wall.starts as date))
                  or exists (select 1 from crm.resource_hours h where h.resource_id = r.id)
                     and not exists (select 1 from crm.resource_hours h
                                      where h.resource_id = r.id and h.weekday = extract(isodow from wall.starts)
                                        and cast(wall.starts as date) = cast(wall.ends as date)
                                        and h.opens <= cast(wall.starts as time)
                                        and h.closes >= cast(wall.ends as time)))""";

    /** What keeps a session out: who has it, when and whose, or no course when it is away. */
    record Obstacle(
            String resource,
            String title,
            String organisation,
            Long organiserId,
            boolean isPublic,
            Instant startsAt,
            Instant endsAt) {}

    private final EntityManager em;
    private final Instant now;

    BookingTable(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** Sessions of the edition that do not have it yet get it; answers how many do not have it after all. */
    int book(Long edition, Long resource, Instant heldUntil, Long account) {
        endWhatIsOver(edition, resource);
        BookingState state = heldUntil == null ? BookingState.CONFIRMED : BookingState.HELD;
        insert(edition, resource, state, heldUntil, null, account, "true");
        return without(edition, resource);
    }

    /** Sessions that do not have it get it; those that cannot all the same, with the reason. Answers how many did not have it. */
    int override(Long edition, Long resource, String reason, Long account) {
        endWhatIsOver(edition, resource);
        return insert(edition, resource, BookingState.CONFIRMED, null, null, account, "not " + AWAY)
                + insert(edition, resource, BookingState.OVERRIDDEN, null, reason, account, "true");
    }

    private int insert(
            Long edition,
            Long resource,
            BookingState state,
            Instant heldUntil,
            String reason,
            Long account,
            String which) {
        return em.createNativeQuery("""
                        insert into crm.resource_booking
                               (id, uuid, resource_id, session_id, state, during, session_time, held_until, reason, account_id, made_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), r.id, s.id, :state, %s, %s,
                               cast(:heldUntil as timestamptz), :reason, :account, :now
                          from (select * from crm.session where edition_id = :edition order by starts_at) s
                          join crm.resource r on r.id = :resource
                         where %s and %s
                            on conflict do nothing""".formatted(DURING, TIME, WITHOUT, which))
                .setParameter("state", state.name())
                .setParameter("heldUntil", heldUntil)
                .setParameter("reason", reason)
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .executeUpdate();
    }

    private int without(Long edition, Long resource) {
        return ((Number) em.createNativeQuery("""
                        select count(*) from crm.session s join crm.resource r on r.id = :resource
                         where s.edition_id = :edition and %s""".formatted(WITHOUT))
                        .setParameter("edition", edition)
                        .setParameter("resource", resource)
                        .getSingleResult())
                .intValue();
    }

    private void endWhatIsOver(Long edition, Long resource) {
        em.createNativeQuery("""
                        update crm.resource_booking b
                           set state = 'RELEASED', released_at = :now
                          from crm.session s, crm.resource r
                         where s.edition_id = :edition and r.id = :resource
                           and b.resource_id = r.id and b.state = 'HELD' and b.held_until <= :now and b.during && %s""".formatted(DURING))
                .setParameter("now", now)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .executeUpdate();
    }

    /** The first that is in the way of a session that does not have it; null when nothing is (any more). */
    Obstacle inTheWay(Long edition, Long resource) {
        return first(em.createNativeQuery("""
                        select r.name, c.title, o.name, c.organiser_id, e.published_at is not null and not e.in_company, x.starts_at, x.ends_at
                          from crm.session s
                          join crm.resource r on r.id = :resource
                          join crm.resource_booking b on b.resource_id = r.id and b.state in ('HELD', 'CONFIRMED')
                                                      and b.during && %s
                          join crm.session x on x.id = b.session_id and x.edition_id <> s.edition_id
                          join crm.edition e on e.id = x.edition_id
                          join crm.course c on c.id = e.course_id
                          join crm.organisation o on o.id = c.organiser_id
                         where s.edition_id = :edition
                         order by s.starts_at, x.starts_at
                         limit 1""".formatted(DURING), Tuple.class)
                .setParameter("edition", edition)
                .setParameter("resource", resource));
    }

    /** The first session that does not have it and during which it cannot be had; null when there is none. */
    Obstacle away(Long edition, Long resource) {
        return first(em.createNativeQuery("""
                        select r.name, null, o.name, r.organisation_id, false, s.starts_at, s.ends_at
                          from crm.session s
                          join crm.resource r on r.id = :resource
                          join crm.organisation o on o.id = r.organisation_id
                         where s.edition_id = :edition and %s and %s
                         order by s.starts_at
                         limit 1""".formatted(WITHOUT, AWAY), Tuple.class)
                .setParameter("edition", edition)
                .setParameter("resource", resource));
    }

    @SuppressWarnings("unchecked")
    private static Obstacle first(Query query) {
        return ((List<Tuple>) query.getResultList())
                .stream()
                        .findFirst()
                        .map(row -> new Obstacle(
                                row.get(0, String.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, Long.class),
                                row.get(4, Boolean.class),
                                row.get(5, Instant.class),
                                row.get(6, Instant.class)))
                        .orElse(null);
    }

    /** What is held is had for good; answers how many were. */
    int confirm(Long edition, Long resource) {
        return em.createNativeQuery("""
                        update crm.resource_booking b set state = 'CONFIRMED', held_until = null
                          from crm.session s
                         where s.id = b.session_id and s.edition_id = :edition and b.resource_id = :resource
                           and b.state = 'HELD'""")
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .executeUpdate();
    }

    /**
     * Gives back what sessions of the edition that are not over have.
     *
     * @param resource which, or null for all
     */
    int release(Long edition, Long resource) {
        return em.createNativeQuery("""
                        update crm.resource_booking b set state = 'RELEASED', released_at = :now
                          from crm.session s
                         where s.id = b.session_id and s.edition_id = :edition and b.state <> 'RELEASED'
                           and (cast(:resource as bigint) is null or b.resource_id = :resource)
                           and (cast(:resource as bigint) is not null or s.ends_at > :now)""")
                .setParameter("now", now)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .executeUpdate();
    }

    /**
     * Sessions have other times: what each of them had it has at its new time. All are given back first and had anew then,
     * for two sessions may have changed places. What was had in spite of somebody else is had properly where it now can be.
     *
     * @return what keeps a session from having it again, or null
     */
    Kept follow(Long edition) {
        List<Long> moved = released(edition);
        if (moved.isEmpty()) {
            return null;
        }
        for (Long resource : resourcesOf(moved, "reason is null")) {
            Obstacle away = away(edition, resource);
            if (away != null) {
                return new Kept(away, true);
            }
        }
        for (Long resource : resourcesOf(moved, "true")) {
            endWhatIsOver(edition, resource);
        }
        again(moved, "case when held_until is null then 'CONFIRMED' else 'HELD' end", "null", "true");
        again(moved, "'OVERRIDDEN'", "reason", "reason is not null");
        List<?> missing = em.createNativeQuery("select resource_id " + NOT_AGAIN + " limit 1", Long.class)
                .setParameter("moved", moved.toArray(Long[]::new))
                .getResultList();
        return missing.isEmpty() ? null : new Kept(inTheWay(edition, (Long) missing.get(0)), false);
    }

    /** What keeps a session from having something: that is away, or somebody has it. */
    record Kept(Obstacle obstacle, boolean away) {}

    private static final String NOT_AGAIN = """
            from crm.resource_booking b
            where b.id = any (:moved)
              and not exists (select 1 from crm.resource_booking n
                               where n.session_id = b.session_id and n.resource_id = b.resource_id and n.state <> 'RELEASED')""";

    @SuppressWarnings("unchecked")
    private List<Long> released(Long edition) {
        return em.createNativeQuery("""
                        with moved as (
                          select b.id from crm.resource_booking b
                            join crm.session s on s.id = b.session_id
                           where s.edition_id = :edition and b.state <> 'RELEASED'
                             and exists (select 1 from crm.resource_booking o join crm.session t on t.id = o.session_id
                                          where t.edition_id = s.edition_id and o.resource_id = b.resource_id
                                            and o.state <> 'RELEASED'
                                            and o.session_time <> tstzrange(t.starts_at, t.ends_at)))
                        update crm.resource_booking b set state = 'RELEASED', released_at = :now
                          from moved where b.id = moved.id
                        returning b.id""", Long.class)
                .setParameter("edition", edition)
                .setParameter("now", now)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<Long> resourcesOf(List<Long> bookings, String which) {
        return em.createNativeQuery(
                        "select distinct resource_id from crm.resource_booking where id = any (:moved) and " + which
                                + " order by 1",
                        Long.class)
                .setParameter("moved", bookings.toArray(Long[]::new))
                .getResultList();
    }

    private void again(List<Long> moved, String state, String reason, String which) {
        em.createNativeQuery("""
                        insert into crm.resource_booking
                               (id, uuid, resource_id, session_id, state, during, session_time, held_until, reason, account_id, made_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), r.id, s.id, %s, %s, %s,
                               case when b.reason is null then b.held_until end, %s, b.account_id, :now
                          from (select b.* %s and %s order by resource_id, lower(during)) b
                          join crm.session s on s.id = b.session_id
                          join crm.resource r on r.id = b.resource_id
                            on conflict do nothing""".formatted(state, DURING, TIME, reason, NOT_AGAIN, which))
                .setParameter("moved", moved.toArray(Long[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<BookingLine> of(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select b.uuid, s.uuid, s.position, s.starts_at, s.ends_at, r.uuid, r.name, r.kind, b.state, b.held_until,
                               b.reason, r.capacity
                          from crm.resource_booking b
                          join crm.session s on s.id = b.session_id
                          join crm.resource r on r.id = b.resource_id
                         where s.edition_id = :edition and b.state <> 'RELEASED'
                         order by array_position(array['ROOM', 'TEACHER', 'EQUIPMENT'], r.kind), lower(r.name), r.id, s.starts_at""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new BookingLine(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, Integer.class),
                        row.get(3, Instant.class),
                        row.get(4, Instant.class),
                        row.get(5, UUID.class),
                        row.get(6, String.class),
                        ResourceKind.valueOf(row.get(7, String.class)),
                        BookingState.valueOf(row.get(8, String.class)),
                        row.get(9, Instant.class),
                        row.get(10, String.class),
                        row.get(11, Integer.class)))
                .toList();
    }
}
