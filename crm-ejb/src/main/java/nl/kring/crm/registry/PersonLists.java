package nl.kring.crm.registry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Lists of persons in the columns that somebody chose, to look at, to take along, and to do something with. */
@Stateless
public class PersonLists {

    private static final int MOST_AT_ONCE = 1000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** A column that the caller's organisation made for itself. */
    public record OwnColumn(UUID uuid, String name, String kind) {}

    /**
     * A page of a list in these columns, with a count that stops at a thousand. For staff and the platform's administrator;
     * own columns are those of the organisation that is acted for, others are empty.
     *
     * @throws InvalidInputException an unknown sort, or a cursor of another question
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public PersonPage browse(PersonQuery query, PersonColumns columns) {
        return search().find(query, columns, true);
    }

    /**
     * Everybody of a list in these columns, one after another as they come from the database, whatever page the question
     * names. For the callers of {@link #browse}. Taking a list along is written in the audit with its size.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void each(PersonQuery query, PersonColumns columns, Consumer<PersonLine> reader) {
        int[] lines = {0};
        search().each(query, columns, line -> {
            lines[0]++;
            reader.accept(line);
        });
        audit.record("persons.listed", null, Integer.toString(lines[0]));
    }

    /** The columns that the organisation that is acted for made for its persons, in its order. For the same callers. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<OwnColumn> ownColumns() {
        List<?> rows = em.createNativeQuery("""
                        select f.uuid, f.name, f.kind from crm.own_field f
                         where f.organisation_id = :own and f.subject = 'PERSON' and f.archived_at is null
                         order by f.position, f.id""")
                .setParameter("own", own() == null ? 0L : own())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new OwnColumn((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /**
     * Notes that what is known of these persons was looked at and still holds; of those alone whom the organisation knows. For staff of any participant and the platform's administrator.
     *
     * @return how many they are
     * @throws InvalidInputException more than a thousand at once
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int confirm(Collection<UUID> persons) {
        if (persons.size() > MOST_AT_ONCE) {
            throw new InvalidInputException("list-too-many", MOST_AT_ONCE);
        }
        Instant now = clock.instant();
        int confirmed = persons.isEmpty()
                ? 0
                : em.createNativeQuery("""
                        update crm.person set confirmed_at = :now
                         where id in (select id from crm.person where uuid in (:persons) and merged_into_id is null
                                         and (cast(:organisation as bigint) is null or id in (%s))
                                       order by id for no key update)""".formatted(KnownTo.ORGANISATION))
                        .setParameter("organisation", own())
                        .setParameter("today", LocalDate.ofInstant(now, SystemClock.AMSTERDAM))
                        .setParameter("now", Timestamp.from(now))
                        .setParameter("persons", persons)
                        .executeUpdate();
        audit.record("persons.confirmed", null, Integer.toString(confirmed));
        return confirmed;
    }

    private PersonSearch search() {
        return new PersonSearch(em, LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM), own());
    }

    private Long own() {
        return currentUser.has(Role.STAFF) ? currentUser.organisationId() : null;
    }
}
