package nl.kring.crm.agenda.venue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The venues that an organisation knows: its own staff see and change them, for others they do not exist. */
@Stateless
public class Venues {

    private static final int LINE = 100;
    private static final int TEXT = 2_000;
    private static final int MOST_PEOPLE = 5_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * The venues of the caller's organisation by name. For staff.
     *
     * @param retired also those that were put away
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    @SuppressWarnings("unchecked")
    public List<VenueLine> list(boolean retired) {
        List<Tuple> rows = em.createNativeQuery("""
                        select v.uuid, v.name, v.place, v.contact, v.capacity, v.retired_at is not null as retired,
                               (select count(*) from crm.venue_booking b join crm.edition e on e.id = b.edition_id
                                 where b.venue_id = v.id and b.state in ('REQUESTED', 'OPTION', 'CONFIRMED')
                                   and e.ends_at > :now) as bookings
                          from crm.venue v
                         where v.organisation_id = :own and (:retired or v.retired_at is null)
                         order by lower(v.name), v.id""", Tuple.class)
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("now", clock.instant())
                .setParameter("retired", retired)
                .getResultList();
        return rows.stream()
                .map(row -> new VenueLine(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Integer.class),
                        row.get(5, Boolean.class),
                        row.get(6, Long.class).intValue()))
                .toList();
    }

    /**
     * All of one. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public VenueDetail detail(UUID uuid) {
        return own(uuid).detail();
    }

    /**
     * Adds one. For staff.
     *
     * @throws InvalidInputException a value cannot be, or there is one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID add(VenueForm form) {
        VenueForm checked = checked(form);
        mustBeFree(checked.name(), 0L);
        Venue venue = new Venue(currentUser.requireOrganisation(), checked, clock.instant());
        em.persist(venue);
        em.flush();
        audit.record("venue.added", venue.getUuid(), null);
        return venue.getUuid();
    }

    /**
     * Changes one. For staff.
     *
     * @param version what the caller read
     * @throws NotFoundException the caller's organisation has none such
     * @throws EditConflictException somebody else changed it since that version
     * @throws InvalidInputException a value cannot be, or there is another one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void change(UUID uuid, long version, VenueForm form) {
        Venue venue = own(uuid);
        if (venue.getVersion() != version) {
            throw new EditConflictException();
        }
        VenueForm checked = checked(form);
        mustBeFree(checked.name(), venue.getId());
        venue.describe(checked);
        em.flush();
        audit.record("venue.changed", uuid, null);
    }

    /** Puts one away: it is not asked any more. For staff; refuses as {@link #detail}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void retire(UUID uuid) {
        own(uuid).retire(clock.instant());
        em.flush();
        audit.record("venue.retired", uuid, null);
    }

    /**
     * It can be asked again. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     * @throws InvalidInputException there is another one of this name by now
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void bringBack(UUID uuid) {
        Venue venue = own(uuid);
        mustBeFree(venue.getName(), venue.getId());
        venue.bringBack();
        em.flush();
        audit.record("venue.brought-back", uuid, null);
    }

    private Venue own(UUID uuid) {
        return em.createQuery("select v from Venue v where v.uuid = :uuid and v.organisationId = :own", Venue.class)
                .setParameter("uuid", uuid)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void mustBeFree(String name, Long itself) {
        boolean taken = !em.createNativeQuery("""
                        select 1 from crm.venue
                         where organisation_id = :own and lower(name) = lower(:name) and retired_at is null and id <> :itself""", Integer.class)
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("name", name)
                .setParameter("itself", itself)
                .getResultList()
                .isEmpty();
        if (taken) {
            throw new InvalidInputException("venue-name-taken", name);
        }
    }

    private static VenueForm checked(VenueForm form) {
        String name = TypedText.line(form.name(), LINE);
        if (name == null) {
            throw new InvalidInputException("venue-name-missing");
        }
        if (form.capacity() != null && (form.capacity() < 1 || form.capacity() > MOST_PEOPLE)) {
            throw new InvalidInputException("venue-capacity", 1, MOST_PEOPLE);
        }
        return new VenueForm(
                name,
                TypedText.line(form.address(), LINE),
                TypedText.line(form.place(), LINE),
                TypedText.line(form.contact(), LINE),
                TypedText.line(form.email(), LINE),
                TypedText.line(form.phone(), LINE),
                form.capacity(),
                TypedText.text(form.notes(), TEXT));
    }
}
