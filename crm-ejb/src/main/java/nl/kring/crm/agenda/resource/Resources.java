package nl.kring.crm.agenda.resource;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The rooms, teachers and equipment of each organisation. Its staff manage them; what it shares, staff of the other
 * participants see and book too. What it does not share does not exist for them.
 */
@Stateless
public class Resources {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_BUFFER = 24 * 60;
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
     * What the caller may book, the own before the shared, by kind and name. For staff.
     *
     * @param kind only of this kind, or null
     * @param retired also the own that were put away
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    @SuppressWarnings("unchecked")
    public List<ResourceLine> list(ResourceKind kind, boolean retired) {
        List<Tuple> rows = em.createNativeQuery("""
                        select r.uuid, r.kind, r.name, r.place, r.capacity, o.code, r.organisation_id = :own as own, r.shared,
                               r.retired_at is not null as retired,
                               (select count(*) from crm.resource_booking b
                                 where b.resource_id = r.id and b.state <> 'RELEASED' and upper(b.during) > :now) as bookings
                          from crm.resource r
                          join crm.organisation o on o.id = r.organisation_id
                         where (r.organisation_id = :own or r.shared and r.retired_at is null)
                           and (:retired or r.retired_at is null)
                           and (cast(:kind as text) is null or r.kind = :kind)
                         order by r.organisation_id <> :own, array_position(array['ROOM', 'TEACHER', 'EQUIPMENT'], r.kind),
                                  lower(r.name), r.id""", Tuple.class)
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("now", clock.instant())
                .setParameter("retired", retired)
                .setParameter("kind", kind == null ? null : kind.name())
                .getResultList();
        return rows.stream()
                .map(row -> new ResourceLine(
                        row.get(0, UUID.class),
                        ResourceKind.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Integer.class),
                        row.get(5, String.class),
                        row.get(6, Boolean.class),
                        row.get(7, Boolean.class),
                        row.get(8, Boolean.class),
                        row.get(9, Long.class).intValue()))
                .toList();
    }

    /**
     * All of one of the own. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public ResourceDetail detail(UUID uuid) {
        Resource resource = own(uuid);
        return new ResourceDetail(
                uuid, formOf(resource), absences(resource), resource.isRetired(), resource.getVersion());
    }

    /**
     * Adds one. For staff.
     *
     * @throws InvalidInputException a value cannot be, or there is one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID add(ResourceForm form) {
        ResourceForm checked = checked(form);
        Resource resource = new Resource(currentUser.requireOrganisation(), clock.instant());
        mustBeFree(checked, null);
        resource.describe(checked);
        em.persist(resource);
        em.flush();
        setHours(resource, checked.hours());
        audit.record("resource.added", resource.getUuid(), checked.kind().name());
        return resource.getUuid();
    }

    /**
     * Changes one. What is booked stays booked as it was. For staff.
     *
     * @param version what the caller read
     * @throws NotFoundException the caller's organisation has none such
     * @throws EditConflictException somebody else changed it since that version
     * @throws InvalidInputException a value cannot be, or there is another one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void change(UUID uuid, long version, ResourceForm form) {
        Resource resource = own(uuid);
        if (resource.getVersion() != version) {
            throw new EditConflictException();
        }
        ResourceForm checked = checked(form);
        mustBeFree(checked, resource);
        em.lock(resource, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        resource.describe(checked);
        em.flush();
        setHours(resource, checked.hours());
        audit.record("resource.changed", uuid, null);
    }

    /**
     * Puts one away: it can be booked no more, what is booked stays. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void retire(UUID uuid) {
        own(uuid).retire(clock.instant());
        audit.record("resource.retired", uuid, null);
    }

    /**
     * Takes one out again. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     * @throws InvalidInputException meanwhile there is another one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void bringBack(UUID uuid) {
        Resource resource = own(uuid);
        mustBeFree(formOf(resource), resource);
        resource.bringBack();
        em.flush();
        audit.record("resource.brought-back", uuid, null);
    }

    /**
     * Says that it cannot be had on these days. What is booked then stays. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     * @throws InvalidInputException a day is missing, or the last is before the first
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID away(UUID uuid, LocalDate firstDay, LocalDate lastDay) {
        if (firstDay == null || lastDay == null || lastDay.isBefore(firstDay)) {
            throw new InvalidInputException("resource-absence-days");
        }
        UUID absence = UUID.randomUUID();
        em.createNativeQuery("""
                        insert into crm.resource_absence (id, uuid, resource_id, first_day, last_day)
                        values (nextval('crm.entity_seq'), :uuid, :resource, :first, :last)""")
                .setParameter("uuid", absence)
                .setParameter("resource", own(uuid).getId())
                .setParameter("first", firstDay)
                .setParameter("last", lastDay)
                .executeUpdate();
        audit.record("resource.away", uuid, null);
        return absence;
    }

    /**
     * Takes an absence back. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void backAgain(UUID uuid, UUID absence) {
        int taken = em.createNativeQuery(
                        "delete from crm.resource_absence where resource_id = :resource and uuid = :uuid")
                .setParameter("resource", own(uuid).getId())
                .setParameter("uuid", absence)
                .executeUpdate();
        if (taken == 0) {
            throw new NotFoundException();
        }
        audit.record("resource.back", uuid, null);
    }

    private Resource own(UUID uuid) {
        return em.createQuery(
                        "select r from Resource r where r.uuid = :uuid and r.organisationId = :own", Resource.class)
                .setParameter("uuid", uuid)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private ResourceForm formOf(Resource resource) {
        return resource.form(hours(resource));
    }

    @SuppressWarnings("unchecked")
    private List<ResourceForm.Hours> hours(Resource resource) {
        List<Tuple> rows = em.createNativeQuery(
                        "select weekday, cast(opens as text), cast(closes as text) from crm.resource_hours where resource_id = :id order by weekday",
                        Tuple.class)
                .setParameter("id", resource.getId())
                .getResultList();
        return rows.stream()
                .map(row -> new ResourceForm.Hours(
                        DayOfWeek.of(row.get(0, Integer.class)),
                        LocalTime.parse(row.get(1, String.class)),
                        LocalTime.parse(row.get(2, String.class))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<ResourceDetail.Absence> absences(Resource resource) {
        List<Tuple> rows = em.createNativeQuery("""
                        select uuid, cast(first_day as text), cast(last_day as text) from crm.resource_absence
                         where resource_id = :id order by first_day, last_day, id""", Tuple.class)
                .setParameter("id", resource.getId())
                .getResultList();
        return rows.stream()
                .map(row -> new ResourceDetail.Absence(
                        row.get(0, UUID.class),
                        LocalDate.parse(row.get(1, String.class)),
                        LocalDate.parse(row.get(2, String.class))))
                .toList();
    }

    private void setHours(Resource resource, List<ResourceForm.Hours> hours) {
        em.createNativeQuery("delete from crm.resource_hours where resource_id = :id")
                .setParameter("id", resource.getId())
                .executeUpdate();
        for (ResourceForm.Hours each : hours) {
            em.createNativeQuery("insert into crm.resource_hours values (:id, :day, :opens, :closes)")
                    .setParameter("id", resource.getId())
                    .setParameter("day", each.day().getValue())
                    .setParameter("opens", each.opens())
                    .setParameter("closes", each.closes())
                    .executeUpdate();
        }
    }

    private void mustBeFree(ResourceForm form, Resource itself) {
        boolean taken = !em.createNativeQuery("""
                        select 1 from crm.resource
                         where organisation_id = :own and kind = :kind and lower(name) = lower(:name) and retired_at is null
                           and id <> :itself""", Integer.class)
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("kind", form.kind().name())
                .setParameter("name", form.name())
                .setParameter("itself", itself == null ? 0L : itself.getId())
                .getResultList()
                .isEmpty();
        if (taken) {
            throw new InvalidInputException("resource-name-taken", form.name());
        }
    }

    private static ResourceForm checked(ResourceForm form) {
        String name = TypedText.line(form.name(), LONGEST_NAME);
        if (name == null) {
            throw new InvalidInputException("resource-name-missing");
        }
        if (form.kind() == null) {
            throw new InvalidInputException("resource-kind-missing");
        }
        if (form.capacity() != null && (form.capacity() < 1 || form.capacity() > MOST_PEOPLE)) {
            throw new InvalidInputException("resource-capacity", 1, MOST_PEOPLE);
        }
        for (int minutes : new int[] {form.minutesBefore(), form.minutesAfter()}) {
            if (minutes < 0 || minutes > LONGEST_BUFFER) {
                throw new InvalidInputException("resource-buffer", LONGEST_BUFFER);
            }
        }
        Set<DayOfWeek> days = new HashSet<>();
        for (ResourceForm.Hours each : form.hours()) {
            if (each.day() == null
                    || each.opens() == null
                    || each.closes() == null
                    || !each.closes().isAfter(each.opens())
                    || !days.add(each.day())) {
                throw new InvalidInputException("resource-hours");
            }
        }
        return new ResourceForm(
                form.kind(),
                name,
                TypedText.line(form.place(), LONGEST_NAME),
                TypedText.line(form.address(), LONGEST_NAME),
                TypedText.line(form.email(), LONGEST_NAME),
                form.kind() == ResourceKind.ROOM ? form.capacity() : null,
                form.minutesBefore(),
                form.minutesAfter(),
                form.shared(),
                List.copyOf(form.hours()));
    }
}
