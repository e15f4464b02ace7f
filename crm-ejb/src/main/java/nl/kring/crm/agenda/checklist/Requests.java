package nl.kring.crm.agenda.checklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What the editions of an organisation wait for from others. For its staff alone. */
@Stateless
public class Requests {

    private static final int MOST_SHOWN = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * Accreditation that was requested, and rooms, teachers and equipment that are only held, of editions of the caller's
     * organisation that are to come; what ends first comes first. For staff.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    @SuppressWarnings("unchecked")
    public List<RequestLine> waiting() {
        List<Tuple> rows = em.createNativeQuery("""
                        select 'ACCREDITATION' as kind, e.uuid, c.title, null as what, e.starts_at, e.starts_at as until
                          from crm.edition e join crm.course c on c.id = e.course_id
                         where c.organiser_id = :organisation and e.accreditation_state = 'REQUESTED' and e.state <> 'CANCELLED'
                           and e.ends_at > :now
                         union all
                        select 'BOOKING', e.uuid, c.title, r.name, e.starts_at, min(b.held_until)
                          from crm.resource_booking b
                          join crm.resource r on r.id = b.resource_id
                          join crm.session s on s.id = b.session_id
                          join crm.edition e on e.id = s.edition_id
                          join crm.course c on c.id = e.course_id
                         where c.organiser_id = :organisation and b.state = 'HELD' and s.ends_at > :now
                         group by e.id, c.id, r.id
                         order by until, title, what limit :most""", Tuple.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("now", clock.instant())
                .setParameter("most", MOST_SHOWN)
                .getResultList();
        return rows.stream()
                .map(row -> new RequestLine(
                        RequestKind.valueOf(row.get(0, String.class)),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Instant.class),
                        row.get(5, Instant.class)))
                .toList();
    }
}
