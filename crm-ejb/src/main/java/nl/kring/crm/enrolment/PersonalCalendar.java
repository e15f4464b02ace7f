package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.calendar.CalendarFile;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.TextParts;

/** The sessions at which somebody has a seat, or waits for one, as appointments; one query, whatever their number. */
final class PersonalCalendar {

    private static final Duration BACK = Duration.ofDays(92);
    private static final int MOST = 1_000;

    private final EntityManager em;
    private final Instant now;

    PersonalCalendar(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /**
     * Each has the UID that it has in the mail of the enrolment. Where to log in is told to who has a seat. A place on the waiting list is shown as not sure; what was cancelled, by
     * whomever, is not shown.
     */
    @SuppressWarnings("unchecked")
    List<CalendarFile.Appointment> of(Long person) {
        List<Tuple> rows = em.createNativeQuery("""
                        select s.uuid, e.uuid, d.calendar_sequence, greatest(e.enrolled_at, coalesce(e.confirmed_at, e.enrolled_at)),
                               s.starts_at, s.ends_at, c.title, s.title, d.location, d.place, e.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW'),
                               s.location, coalesce(s.online, d.online)
                          from crm.enrolment e
                          join crm.edition d on d.id = e.edition_id
                          join crm.course c on c.id = d.course_id
                          join crm.session s on s.edition_id = d.id
                         where e.person_id = :person and e.state not in ('CANCELLED', 'REPLACED') and d.state <> 'CANCELLED'
                           and s.ends_at > :since
                         order by s.starts_at, s.id""", Tuple.class)
                .setParameter("person", person)
                .setParameter("since", now.minus(BACK))
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream().map(PersonalCalendar::appointment).toList();
    }

    private static CalendarFile.Appointment appointment(Tuple row) {
        String title = row.get(6, String.class);
        String meeting = row.get(7, String.class);
        return new CalendarFile.Appointment(
                row.get(1, UUID.class) + "-" + row.get(0, UUID.class) + "@kring",
                row.get(2, Integer.class),
                row.get(3, Instant.class),
                row.get(4, Instant.class),
                row.get(5, Instant.class),
                meeting == null ? title : title + ": " + meeting,
                row.get(10, Boolean.class) ? row.get(12, String.class) : null,
                row.get(11, String.class) == null
                        ? TextParts.joined(", ", row.get(8, String.class), row.get(9, String.class))
                        : row.get(11, String.class),
                URI.create(Settings.baseUrl() + "/enrolment/my-enrolments.xhtml?id=" + row.get(1, UUID.class)),
                row.get(10, Boolean.class));
    }
}
