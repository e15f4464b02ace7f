package nl.kring.crm.agenda.course;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.SessionLine;

/** A meeting by the clock on the wall, in minutes since the beginning of the first day. */
@Embeddable
record TemplateSession(String title, int startMinute, int endMinute, String location, String online) {

    static TemplateSession of(SessionLine meeting, LocalDate firstDay) {
        return new TemplateSession(
                meeting.title(),
                minute(AmsterdamTime.toLocal(meeting.startsAt()), firstDay),
                minute(AmsterdamTime.toLocal(meeting.endsAt()), firstDay),
                meeting.location(),
                meeting.online());
    }

    private static int minute(LocalDateTime wall, LocalDate firstDay) {
        return Math.toIntExact(Duration.between(firstDay.atStartOfDay(), wall).toMinutes());
    }

    PlannedSession on(LocalDate firstDay) {
        return new PlannedSession(
                null,
                title,
                AmsterdamTime.toInstant(firstDay.atStartOfDay().plusMinutes(startMinute)),
                AmsterdamTime.toInstant(firstDay.atStartOfDay().plusMinutes(endMinute)),
                location,
                online);
    }
}
