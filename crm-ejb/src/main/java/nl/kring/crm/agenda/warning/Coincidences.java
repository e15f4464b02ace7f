package nl.kring.crm.agenda.warning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.SessionLine;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Municipalities;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.Role;

/**
 * Which announced editions are meant for some of the same professions, have a session on the same day in Amsterdam, and are
 * held in the same place or municipality; one without a place is near to all, for one takes part in it from anywhere.
 */
@Stateless
public class Coincidences {

    private static final int MOST_SHOWN = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Editions editions;

    /**
     * Those of an edition. For staff of its organiser and the platform's administrator.
     *
     * @throws NotFoundException there is none such of theirs
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Coincidence> of(UUID edition) {
        EditionDetail detail = editions.edition(edition);
        if (!detail.own()) {
            throw new NotFoundException();
        }
        return find(
                edition,
                detail.audience(),
                detail.line().place(),
                detail.sessions().stream().map(SessionLine::startsAt).toList(),
                detail.sessions().stream().map(SessionLine::endsAt).toList());
    }

    /**
     * Those that there would be. For staff and the platform's administrator.
     *
     * @param audience for whom it is meant; empty means for everybody
     * @param place where, or null for nowhere in particular
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Coincidence> with(Set<Profession> audience, String place, List<PlannedSession> sessions) {
        return find(
                null,
                audience,
                place,
                sessions.stream().map(PlannedSession::startsAt).toList(),
                sessions.stream().map(PlannedSession::endsAt).toList());
    }

    @SuppressWarnings("unchecked")
    private List<Coincidence> find(
            UUID itself, Set<Profession> audience, String place, List<Instant> starts, List<Instant> ends) {
        List<Tuple> rows = em.createNativeQuery("""
                        with planned as (
                          select t.starts, t.ends, cast(t.starts at time zone 'Europe/Amsterdam' as date) as first_day,
                                 cast(t.ends at time zone 'Europe/Amsterdam' as date) as last_day
                            from unnest(cast(:starts as timestamptz[]), cast(:ends as timestamptz[])) t (starts, ends)),
                        nearby as (
                          select e.id, e.uuid, c.title, o.name, e.place, s.starts_at, s.ends_at,
                                 s.starts_at < p.ends and s.ends_at > p.starts as at_once,
                                 (select string_agg(a.profession, ',' order by a.profession)
                                    from crm.course_audience a
                                   where a.course_id = c.id and (:everybody or a.profession = any (:audience))) as meant,
                                 not exists (select 1 from crm.course_audience a where a.course_id = c.id) as for_all
                            from planned p
                            join crm.session s
                              on s.starts_at < cast(p.last_day + 1 as timestamp) at time zone 'Europe/Amsterdam'
                             and s.ends_at > cast(p.first_day as timestamp) at time zone 'Europe/Amsterdam'
                            join crm.edition e on e.id = s.edition_id and e.state in ('PUBLISHED', 'OPEN', 'CLOSED') and not e.in_company
                            join crm.course c on c.id = e.course_id
                            join crm.organisation o on o.id = c.organiser_id
                           where (cast(:itself as uuid) is null or e.uuid <> :itself)
                             and (:anywhere or e.place is null or lower(e.place) = any (:places)))
                        select distinct on (n.id) n.uuid, n.title, n.name, n.place, n.starts_at, n.ends_at, n.at_once,
                               case when n.for_all then :asked else n.meant end as meant
                          from nearby n
                         where n.for_all or n.meant is not null
                         order by n.id, n.at_once desc, n.starts_at
                         limit :most""", Tuple.class)
                .setParameter("itself", itself)
                .setParameter("starts", starts.toArray(Instant[]::new))
                .setParameter("ends", ends.toArray(Instant[]::new))
                .setParameter("everybody", audience.isEmpty())
                .setParameter("audience", audience.stream().map(Enum::name).toArray(String[]::new))
                .setParameter(
                        "asked",
                        String.join(
                                ",", audience.stream().map(Enum::name).sorted().toList()))
                .setParameter("anywhere", place == null || place.isBlank())
                .setParameter("places", nearTo(place))
                .setParameter("most", MOST_SHOWN)
                .getResultList();
        return rows.stream()
                .map(row -> new Coincidence(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Instant.class),
                        row.get(5, Instant.class),
                        row.get(6, Boolean.class),
                        professions(row.get(7, String.class))))
                .sorted(Comparator.comparing(Coincidence::startsAt).thenComparing(Coincidence::title))
                .toList();
    }

    private static List<Profession> professions(String names) {
        return names == null || names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(Profession::valueOf).toList();
    }

    /** The place itself and the others of its municipality, in small letters. */
    private static String[] nearTo(String place) {
        if (place == null) {
            return new String[0];
        }
        String municipality = Municipalities.of(null, place);
        List<String> others = municipality == null ? List.of() : Municipalities.placesOf(municipality);
        return Stream.concat(Stream.of(place.strip()), others.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
