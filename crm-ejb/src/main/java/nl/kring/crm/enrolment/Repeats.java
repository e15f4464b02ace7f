package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import nl.kring.crm.agenda.Course;

/**
 * Nobody holds two seats when a course is held several times: those who wait come first. Two such claims of one person at
 * the same moment meet at an advisory lock of person and course, which nobody else waits for.
 */
final class Repeats {

    /** An edition that is over no longer counts: a course may be followed again next year. */
    private static final String SEAT_ELSEWHERE = """
            exists (select 1 from crm.enrolment o join crm.edition d on d.id = o.edition_id
                     where o.person_id = %s and d.course_id = %s and d.id <> %s and d.ends_at > :now
                       and o.state in ('CONFIRMED', 'OFFERED'))""";

    private final EntityManager em;
    private final Clock clock;

    Repeats(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * @throws EnrolmentRefused.SeatInRepeat the person has, or is offered, a seat when the same course is held another time
     */
    void requireNoSeat(Enrolment wanted) {
        Course course = wanted.getEdition().getCourse();
        em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:course, :person)) locked")
                .setParameter("course", number(course.getId()))
                .setParameter("person", number(wanted.getPerson().getId()))
                .getSingleResult();
        boolean seated = (Boolean) em.createNativeQuery(
                        "select " + SEAT_ELSEWHERE.formatted(":person", ":course", ":edition"), Boolean.class)
                .setParameter("person", wanted.getPerson().getId())
                .setParameter("course", course.getId())
                .setParameter("edition", wanted.getEdition().getId())
                .setParameter("now", clock.instant())
                .getSingleResult();
        if (seated) {
            throw new EnrolmentRefused.SeatInRepeat();
        }
    }

    /** Of enrolments that wait for one edition, those whose person may have the seat now. */
    static String mayBeSeated(String enrolment) {
        return "not " + SEAT_ELSEWHERE.formatted(enrolment + ".person_id", ":course", ":edition")
                + " and pg_try_advisory_xact_lock(cast(:course % 2147483647 as integer),"
                + " cast(" + enrolment + ".person_id % 2147483647 as integer))";
    }

    private static int number(Long id) {
        return (int) (id % Integer.MAX_VALUE);
    }
}
