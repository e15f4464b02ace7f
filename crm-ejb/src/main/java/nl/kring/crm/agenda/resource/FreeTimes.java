package nl.kring.crm.agenda.resource;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Whether rooms, teachers and equipment can be had at times that are only being thought of. */
@Stateless
public class FreeTimes {

    /** A time that is thought of. */
    public record Time(Instant startsAt, Instant endsAt) {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * What is in the way at which of the times, by their place in the list: the name of what cannot be had, and for which
     * course it is had as far as the caller may know. Times when all can be had are left out. For staff.
     *
     * @throws NotFoundException there is nothing such that they may book
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    @SuppressWarnings("unchecked")
    public Map<Integer, String> inTheWay(Collection<UUID> resources, List<Time> times) {
        Long own = currentUser.requireOrganisation();
        List<Long> ids = em.createQuery("""
                        select r.id from Resource r
                         where r.uuid in :uuids and r.retiredAt is null and (r.organisationId = :own or r.shared)""", Long.class)
                .setParameter("uuids", resources)
                .setParameter("own", own)
                .getResultList();
        if (ids.size() < resources.stream().distinct().count()) {
            throw new NotFoundException();
        }
        List<Tuple> taken = em.createNativeQuery("""
                        select distinct on (s.n) cast(s.n as integer), r.name, x.title
                          from unnest(cast(:starts as timestamptz[]), cast(:ends as timestamptz[])) with ordinality s(starts_at, ends_at, n)
                          join crm.resource r on r.id = any (cast(:ids as bigint[]))
                          left join lateral (
                            select case when e.published_at is not null and not e.in_company or c.organiser_id = :own then c.title end as title,
                                   true as found
                              from crm.resource_booking b
                              join crm.session t on t.id = b.session_id
                              join crm.edition e on e.id = t.edition_id
                              join crm.course c on c.id = e.course_id
                             where b.resource_id = r.id
                               and (b.state = 'CONFIRMED' or b.state = 'HELD' and b.held_until > :now)
                               and b.during && tstzrange(s.starts_at - make_interval(mins => r.minutes_before),
                                                         s.ends_at + make_interval(mins => r.minutes_after))
                             limit 1) x on true
                         where x.found or %s
                         order by s.n, r.name""".formatted(BookingTable.AWAY), Tuple.class)
                .setParameter("starts", times.stream().map(Time::startsAt).toArray(Instant[]::new))
                .setParameter("ends", times.stream().map(Time::endsAt).toArray(Instant[]::new))
                .setParameter("ids", ids.toArray(Long[]::new))
                .setParameter("own", own)
                .setParameter("now", clock.instant())
                .getResultList();
        Map<Integer, String> inTheWay = new HashMap<>();
        taken.forEach(row -> {
            String title = row.get(2, String.class);
            inTheWay.put(row.get(0, Integer.class) - 1, row.get(1, String.class) + (title == null ? "" : ": " + title));
        });
        return inTheWay;
    }
}
