package nl.kring.crm.web.agenda;

import java.time.LocalDateTime;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.calendar.CalendarEntry;
import org.primefaces.model.DefaultScheduleEvent;
import org.primefaces.model.LazyScheduleModel;

/**
 * The sessions of the period that the schedule shows, asked for when it shows it. It is handed the clock on the wall and
 * told that this is UTC, so that it counts with no zone of its own.
 */
class SessionsOfPeriod extends LazyScheduleModel {

    private static final long serialVersionUID = 1L;

    private final StaffCalendar calendar;

    SessionsOfPeriod(StaffCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void loadEvents(LocalDateTime from, LocalDateTime to) {
        clear();
        calendar.between(from.toLocalDate(), to.toLocalDate()).forEach(entry -> addEvent(event(entry)));
    }

    private static DefaultScheduleEvent<CalendarEntry> event(CalendarEntry entry) {
        return DefaultScheduleEvent.<CalendarEntry>builder()
                .title(entry.organisation() + " · " + entry.title())
                .startDate(AmsterdamTime.toLocal(entry.startsAt()))
                .endDate(AmsterdamTime.toLocal(entry.endsAt()))
                .url((entry.own() ? "/agenda/view-edition.xhtml?id=" : "/agenda/view-course.xhtml?id=")
                        + entry.edition())
                .styleClass("k-session k-session-" + entry.state().name().toLowerCase(java.util.Locale.ROOT)
                        + (entry.own() ? " k-own" : ""))
                .editable(entry.own())
                .data(entry)
                .build();
    }
}
