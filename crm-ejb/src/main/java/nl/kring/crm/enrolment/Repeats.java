package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.agenda.Edition;

/**
 * Nobody holds two seats when a course is held several times: those who wait come first. Two such claims of one person at
 * the same moment meet at an advisory lock of person and course, which nobody else waits for.
 */
final class Repeats {

    /** An edition that is over no longer counts: a course may be followed again next year. */
    private static final String SEAT_ELSEWHERE = """
            select true as seated from crm.enrolment o join crm.edition d on d.id = o.edition_id
             where o.person_id = %s and d.course_id = %s and d.id <> %s and d.ends_at > :now
               and o.state in ('CONFIRMED', 'OFFERED')""";

    private static final String BOTH_SEATED = """
            %1$s.state in ('CONFIRMED', 'OFFERED') and %2$s.state in ('CONFIRMED', 'OFFERED') and %1$s.edition_id <> %2$s.edition_id
              and exists (select 1 from crm.edition d join crm.edition f on f.course_id = d.course_id
                           where d.id = %1$s.edition_id and f.id = %2$s.edition_id and d.ends_at > :now and f.ends_at > :now)""";

    /** In one order for everybody. */
    private static final String MEET = """
            select count(*) from (
              select pg_advisory_xact_lock(cast(:course %% 2147483647 as integer), cast(w.person_id %% 2147483647 as integer))
                from (select person_id from %s order by person_id) w) locked""";

    private final EntityManager em;
    private final Clock clock;

    Repeats(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Waits until nobody else speaks for the person about the course; to be asked before the seats are locked. */
    void meet(Enrolment wanted) {
        meet(wanted.getEdition(), List.of(wanted));
    }

    /** The same for several at one edition, in one order for everybody. */
    void meet(Edition edition, List<Enrolment> wanted) {
        em.createNativeQuery(MEET.formatted("unnest(cast(:persons as bigint[])) as p (person_id)"))
                .setParameter("course", edition.getCourse().getId())
                .setParameter(
                        "persons",
                        wanted.stream().map(each -> each.getPerson().getId()).toArray(Long[]::new))
                .getSingleResult();
    }

    /**
     * The same of all who wish for a seat at an edition, in one order for everybody: who clicks once more at the moment of the
     * draw is waited for, and not passed over. To be asked before the seats are locked.
     */
    void meetAll(Edition edition) {
        em.createNativeQuery(MEET.formatted("crm.enrolment where edition_id = :edition and state = 'REQUESTED'"))
                .setParameter("course", edition.getCourse().getId())
                .setParameter("edition", edition.getId())
                .getSingleResult();
    }

    /**
     * To be asked by who has met.
     *
     * @throws EnrolmentRefused.SeatInRepeat the person has, or is offered, a seat when the same course is held another time
     */
    void requireNoSeat(Enrolment wanted) {
        boolean seated = (Boolean) em.createNativeQuery(
                        "select exists (" + seatElsewhere(":person", ":course", ":edition") + ")", Boolean.class)
                .setParameter("person", wanted.getPerson().getId())
                .setParameter("course", wanted.getEdition().getCourse().getId())
                .setParameter("edition", wanted.getEdition().getId())
                .setParameter("now", clock.instant())
                .getSingleResult();
        if (seated) {
            throw new EnrolmentRefused.SeatInRepeat();
        }
    }

    /** A seat that somebody has, or is offered, when the same course is held another time, in SQL with the parameter {@code :now}. */
    static String seatElsewhere(String person, String course, String edition) {
        return SEAT_ELSEWHERE.formatted(person, course, edition);
    }

    /** A condition in SQL, with the parameter {@code :now}, on two enrolments: seats at two times of one course, both to come. */
    static String bothSeated(String one, String other) {
        return BOTH_SEATED.formatted(one, other);
    }

    /**
     * Of enrolments that wait for one edition, those whose person may have the seat now. Asked of each by itself: who is not
     * looked at is not locked either.
     */
    static String mayBeSeated(String enrolment) {
        return "(" + seatElsewhere(enrolment + ".person_id", ":course", ":edition") + " limit 1) is null"
                + " and pg_try_advisory_xact_lock(cast(:course % 2147483647 as integer),"
                + " cast(" + enrolment + ".person_id % 2147483647 as integer))";
    }
}
