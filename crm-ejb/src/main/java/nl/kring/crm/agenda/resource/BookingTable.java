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

    /** The stretch of time that a session takes of a resource, with what it needs before and after. */
    private static final String DURING =
            "tstzrange(s.starts_at - make_interval(mins => r.minutes_before), s.ends_at + make_interval(mins => r.minutes_after))";

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
        em.createNativeQuery("""
                        insert into crm.resource_booking
                               (id, uuid, resource_id, session_id, state, during, held_until, account_id, made_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), r.id, s.id, :state, %s,
                               cast(:heldUntil as timestamptz), :account, :now
                          from (select * from crm.session where edition_id = :edition order by starts_at) s
                          join crm.resource r on r.id = :resource
                         where not exists (select 1 from crm.resource_booking b
                                            where b.session_id = s.id and b.resource_id = r.id and b.state <> 'RELEASED')
                            on conflict do nothing""".formatted(DURING))
                .setParameter("state", heldUntil == null ? BookingState.CONFIRMED.name() : BookingState.HELD.name())
                .setParameter("heldUntil", heldUntil)
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .executeUpdate();
        return without(edition, resource);
    }

    /** Sessions that cannot have it get it all the same, with the reason; answers how many. */
    int override(Long edition, Long resource, String reason, Long account) {
        return em.createNativeQuery("""
                        insert into crm.resource_booking
                               (id, uuid, resource_id, session_id, state, during, reason, account_id, made_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), r.id, s.id, 'OVERRIDDEN', %s, :reason, :account, :now
                          from crm.session s
                          join crm.resource r on r.id = :resource
                         where s.edition_id = :edition
                           and not exists (select 1 from crm.resource_booking b
                                            where b.session_id = s.id and b.resource_id = r.id and b.state <> 'RELEASED')""".formatted(DURING))
                .setParameter("reason", reason)
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .executeUpdate();
    }

    private int without(Long edition, Long resource) {
        return ((Number) em.createNativeQuery("""
                        select count(*) from crm.session s
                         where s.edition_id = :edition
                           and not exists (select 1 from crm.resource_booking b
                                            where b.session_id = s.id and b.resource_id = :resource and b.state <> 'RELEASED')""")
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
                        select r.name, c.title, o.name, c.organiser_id, e.published_at is not null, x.starts_at, x.ends_at
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

    /** The first session during which it cannot be had, by its hours and absences; null when there is none. */
    Obstacle away(Long edition, Long resource) {
        return first(em.createNativeQuery("""
                        select r.name, null, o.name, r.organisation_id, false, s.starts_at, s.ends_at
                          from crm.session s
                          join crm.resource r on r.id = :resource
                          join crm.organisation o on o.id = r.organisation_id
                         cross join lateral (select s.starts_at at time zone 'Europe/Amsterdam' as starts,
                                                    s.ends_at at time zone 'Europe/Amsterdam' as ends) wall
                         where s.edition_id = :edition
                           and (exists (select 1 from crm.resource_absence a
                                         where a.resource_id = r.id
                                           and a.first_day <= cast(wall.ends as date) and a.last_day >= cast(wall.starts as date))
                                or exists (select 1 from crm.resource_hours h where h.resource_id = r.id)
                                   and not exists (select 1 from crm.resource_hours h
                                                    where h.resource_id = r.id and h.weekday = extract(isodow from wall.starts)
                                                      and cast(wall.starts as date) = cast(wall.ends as date)
                                                      and h.opens <= cast(wall.starts as time)
                                                      and h.closes >= cast(wall.ends as time)))
                         order by s.starts_at
                         limit 1""", Tuple.class)
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
     * @return a resource that some session could not have again, or null
     */
    Long follow(Long edition) {
        List<Long> moved = released(edition);
        if (moved.isEmpty()) {
            return null;
        }
        for (Long resource : resourcesOf(moved)) {
            endWhatIsOver(edition, resource);
        }
        again(moved, "case when held_until is null then 'CONFIRMED' else 'HELD' end", "null", "true");
        again(moved, "'OVERRIDDEN'", "reason", "reason is not null");
        List<?> missing = em.createNativeQuery("select resource_id " + NOT_AGAIN + " limit 1", Long.class)
                .setParameter("moved", moved.toArray(Long[]::new))
                .getResultList();
        return missing.isEmpty() ? null : (Long) missing.get(0);
    }

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
                            join crm.resource r on r.id = b.resource_id
                           where s.edition_id = :edition and b.state <> 'RELEASED' and b.during <> %s)
                        update crm.resource_booking b set state = 'RELEASED', released_at = :now
                          from moved where b.id = moved.id
                        returning b.id""".formatted(DURING), Long.class)
                .setParameter("edition", edition)
                .setParameter("now", now)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<Long> resourcesOf(List<Long> bookings) {
        return em.createNativeQuery(
                        "select distinct resource_id from crm.resource_booking where id = any (:moved) order by 1",
                        Long.class)
                .setParameter("moved", bookings.toArray(Long[]::new))
                .getResultList();
    }

    private void again(List<Long> moved, String state, String reason, String which) {
        em.createNativeQuery("""
                        insert into crm.resource_booking
                               (id, uuid, resource_id, session_id, state, during, held_until, reason, account_id, made_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), r.id, s.id, %s, %s,
                               case when b.reason is null then b.held_until end, %s, b.account_id, :now
                          from (select b.* %s and %s order by resource_id, lower(during)) b
                          join crm.session s on s.id = b.session_id
                          join crm.resource r on r.id = b.resource_id
                            on conflict do nothing""".formatted(state, DURING, reason, NOT_AGAIN, which))
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
