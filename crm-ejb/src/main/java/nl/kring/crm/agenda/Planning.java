package nl.kring.crm.agenda;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;

/**
 * Makes, changes, publishes and cancels editions. Whoever changes an edition first locks the row of its seats, as whoever
 * takes a seat does, so that nobody gets a seat of an edition that is being cancelled or made smaller.
 */
@Dependent
class Planning {

    /**
     * What a change did that others must hear of.
     *
     * @param moved what was before, when those who come must hear of it, else null
     */
    record Change(boolean moreSeats, Was moved) {}

    /** Where and when an edition would have been held. */
    record Was(String location, String place, String online, List<PlannedSession> sessions) {

        static Was of(Edition edition, List<Session> sessions) {
            return new Was(
                    edition.getLocation(),
                    edition.getPlace(),
                    edition.getOnline(),
                    sessions.stream().map(Was::planned).toList());
        }

        private static PlannedSession planned(Session session) {
            return new PlannedSession(
                    session.getUuid(),
                    session.getTitle(),
                    session.getStartsAt(),
                    session.getEndsAt(),
                    session.getLocation(),
                    session.getOnline());
        }

        /** Another subject of a session is no news; another time or place is. */
        boolean differsFrom(Was now) {
            return !Objects.equals(location, now.location)
                    || !Objects.equals(place, now.place)
                    || !Objects.equals(online, now.online)
                    || !sessions.stream()
                            .map(Was::untitled)
                            .toList()
                            .equals(now.sessions.stream().map(Was::untitled).toList());
        }

        private static PlannedSession untitled(PlannedSession session) {
            return new PlannedSession(
                    session.uuid(), null, session.startsAt(), session.endsAt(), session.location(), session.online());
        }
    }

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    Planning() {}

    Planning(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** The edition, with the row of its seats and that of its course locked until the transaction ends. */
    Edition locked(UUID uuid) {
        Edition edition = new EditionLists(em, clock).find(uuid);
        em.find(SeatCount.class, edition.getId(), LockModeType.PESSIMISTIC_WRITE);
        em.refresh(edition.getCourse(), LockModeType.PESSIMISTIC_WRITE);
        em.refresh(edition);
        return edition;
    }

    Edition plan(Organisation organiser, PlannedCourse wish) {
        PlannedCourse planned = PlanningRules.checked(wish);
        Course course = new Course(
                organiser.getId(),
                planned.title(),
                planned.summary(),
                planned.kind(),
                planned.audience(),
                clock.instant());
        em.persist(course);
        Edition edition = new Edition(course, startOf(planned), endOf(planned), clock.instant());
        edition.schedule(planned, searchText(organiser, planned));
        em.persist(edition);
        return withSessions(edition, planned.sessions(), planned.capacity());
    }

    /** The same once more on other days, as a draft: of a course that is there, or of a new one when that is null. */
    Edition repeat(Edition source, Course of, Repetition wish) {
        List<PlannedSession> sessions = PlanningRules.checkedSessions(wish.sessions());
        Instant until = PlanningRules.checkedUntil(wish.enrolUntil(), sessions);
        Course course = of;
        if (course == null) {
            course = source.getCourse().again(clock.instant());
            em.persist(course);
        }
        Edition edition = source.again(course, sessions, until, source.getSearchText(), clock.instant());
        em.persist(edition);
        int capacity = em.find(SeatCount.class, source.getId()).getCapacity();
        return withSessions(edition, sessions, capacity);
    }

    private Edition withSessions(Edition edition, List<PlannedSession> sessions, int capacity) {
        int position = 1;
        for (PlannedSession session : sessions) {
            em.persist(new Session(edition, position++, session));
        }
        em.flush();
        em.persist(new SeatCount(edition.getId(), capacity));
        em.flush();
        return edition;
    }

    /** A draft that nothing hangs on goes, and its course when it has no other edition. */
    void discard(Edition edition) {
        if (edition.getState() != EditionState.CONCEPT) {
            throw new EditionStateException("agenda-edition-no-concept");
        }
        Course course = edition.getCourse();
        try {
            new EditionLists(em, clock).sessionsOf(edition.getId()).forEach(em::remove);
            em.remove(em.find(SeatCount.class, edition.getId()));
            em.remove(edition);
            em.flush();
            if (editionsOf(course).isEmpty()) {
                em.remove(course);
                em.flush();
            }
        } catch (PersistenceException somethingRefersToIt) {
            throw new EditionStateException("agenda-edition-in-use");
        }
    }

    Course course(UUID uuid) {
        return em.createQuery("select c from Course c where c.uuid = :uuid", Course.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<Edition> editionsOf(Course course) {
        return em.createQuery("select e from Edition e where e.course = :course order by e.id", Edition.class)
                .setParameter("course", course)
                .getResultList();
    }

    /** Changes a locked edition when nobody else did since the caller read that version. */
    Change change(Edition edition, long version, Organisation organiser, PlannedCourse wish) {
        PlannedCourse planned = PlanningRules.checked(wish);
        if (edition.getVersion() != version) {
            throw new EditConflictException();
        }
        if (edition.getState() == EditionState.CANCELLED || edition.getState() == EditionState.ARCHIVED) {
            throw new EditionStateException(EditionMove.because(edition.getState()));
        }
        em.lock(edition, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        boolean moreSeats = resize(edition.getId(), planned.capacity());
        Was was = Was.of(edition, sessionsOf(edition));
        describe(edition, organiser, planned);
        edition.schedule(planned, searchText(organiser, planned));
        changeSessions(edition, planned.sessions());
        boolean moved = was.differsFrom(Was.of(edition, sessionsOf(edition)));
        if (moved) {
            edition.renewCalendars();
        }
        em.flush();
        return new Change(moreSeats, moved && edition.isPublic() ? was : null);
    }

    /** The course is that of its other editions too: they are found by its new words, and forms of them that are open are stale. */
    private void describe(Edition changed, Organisation organiser, PlannedCourse planned) {
        Course course = changed.getCourse();
        boolean same = course.isDescribedAs(planned.title(), planned.summary(), planned.kind(), planned.audience());
        course.describe(planned.title(), planned.summary(), planned.kind(), planned.audience());
        for (Edition other : same ? List.<Edition>of() : editionsOf(course)) {
            if (!other.equals(changed)) {
                em.lock(other, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
                other.findBy(searchText(
                        organiser, planned.title(), planned.summary(), other.getLocation(), other.getPlace()));
            }
        }
    }

    private boolean resize(Long editionId, int capacity) {
        SeatCount seats = em.find(SeatCount.class, editionId);
        if (capacity < seats.getTaken()) {
            throw new CapacityBelowTakenException(seats.getTaken());
        }
        boolean more = capacity > seats.getCapacity();
        seats.resize(capacity);
        return more;
    }

    private List<Session> sessionsOf(Edition edition) {
        return new EditionLists(em, clock).sessionsOf(edition.getId());
    }

    /** Changes the sessions that stay, adds and removes others. */
    private void changeSessions(Edition edition, List<PlannedSession> planned) {
        List<Session> before = sessionsOf(edition);
        Map<UUID, Session> left = before.stream().collect(Collectors.toMap(Session::getUuid, Function.identity()));
        int position = 1;
        for (PlannedSession wish : planned) {
            Session session = left.remove(wish.uuid() == null ? sameTime(wish, left, planned) : wish.uuid());
            if (session == null) {
                em.persist(new Session(edition, position, wish));
            } else {
                session.schedule(position, wish);
            }
            position++;
        }
        em.flush();
        remove(left.values());
    }

    /** A session that is written anew at the time of one that was there is that one, for those who have it in a calendar. */
    private static UUID sameTime(PlannedSession wish, Map<UUID, Session> before, List<PlannedSession> planned) {
        return before.values().stream()
                .filter(session -> session.getStartsAt().equals(wish.startsAt())
                        && session.getEndsAt().equals(wish.endsAt()))
                .map(Session::getUuid)
                .filter(uuid -> planned.stream().noneMatch(other -> uuid.equals(other.uuid())))
                .findFirst()
                .orElse(null);
    }

    private void remove(Iterable<Session> sessions) {
        try {
            sessions.forEach(em::remove);
            em.flush();
        } catch (PersistenceException somethingRefersToIt) {
            throw new SessionInUseException();
        }
    }

    EditionMove.Now now(Edition edition) {
        return new EditionLists(em, clock).now(edition);
    }

    /** Takes a locked edition on, or back, in its life. */
    void move(Edition edition, EditionMove move) {
        String refusal = move.refusal(now(edition));
        if (refusal != null) {
            throw new EditionStateException(refusal);
        }
        edition.become(move.to(), clock.instant());
        em.flush();
    }

    private static Instant startOf(PlannedCourse planned) {
        return planned.sessions().get(0).startsAt();
    }

    private static Instant endOf(PlannedCourse planned) {
        return planned.sessions().get(planned.sessions().size() - 1).endsAt();
    }

    private static String searchText(Organisation organiser, PlannedCourse planned) {
        return searchText(organiser, planned.title(), planned.summary(), planned.location(), planned.place());
    }

    private static String searchText(
            Organisation organiser, String title, String summary, String location, String place) {
        return SearchText.fold(title, summary, organiser.getName(), organiser.getCode(), location, place);
    }
}
