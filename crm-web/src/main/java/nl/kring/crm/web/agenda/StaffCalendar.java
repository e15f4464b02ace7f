package nl.kring.crm.web.agenda;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.calendar.CalendarEntry;
import nl.kring.crm.agenda.calendar.Calendars;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.resource.ResourceLine;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.security.CurrentUser;
import org.omnifaces.util.Faces;
import org.primefaces.event.schedule.ScheduleEntryMoveEvent;
import org.primefaces.model.LazyScheduleModel;

/** The calendar of those who plan: month, week and list; moving leads to the page that shows what moving does. */
@Named
@ViewScoped
public class StaffCalendar implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Calendars calendars;

    @Inject
    private Resources resources;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    private final CalendarFilter filter = new CalendarFilter();
    private transient Map<LocalDate, List<CalendarEntry>> days;
    private LazyScheduleModel schedule;

    @PostConstruct
    void begin() {
        schedule = new SessionsOfPeriod(this);
    }

    public void load() {
        days = calendars.between(filter.search(today())).stream()
                .collect(Collectors.groupingBy(
                        entry -> AmsterdamTime.toLocal(entry.startsAt()).toLocalDate(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    List<CalendarEntry> between(LocalDate from, LocalDate to) {
        return calendars.between(filter.search(from, to));
    }

    /** Something was dragged: nothing is changed yet, the page for moving opens with the new time. */
    public void moved(ScheduleEntryMoveEvent event) {
        CalendarEntry entry = (CalendarEntry) event.getScheduleEvent().getData();
        LocalDateTime start = event.getScheduleEvent().getStartDate();
        Faces.redirect(
                "/agenda/move-edition.xhtml?id=%s&session=%s&start=%s",
                entry.edition().toString(), entry.session().toString(), start.toString());
    }

    public List<Map.Entry<LocalDate, List<CalendarEntry>>> getDays() {
        return List.copyOf(days.entrySet());
    }

    public LazyScheduleModel getSchedule() {
        return schedule;
    }

    /** As the schedule calls it. */
    public String getScheduleView() {
        return filter.isWeek() ? "timeGridWeek" : "dayGridMonth";
    }

    public LocalDate getInitialDate() {
        return filter.day(today());
    }

    public boolean isListOnly() {
        return filter.isList();
    }

    /** The class of the list: where nothing was chosen, only a narrow screen shows it. */
    public String getListClass() {
        return filter.isOpenToWidth() ? "k-when-narrow" : filter.isList() ? "" : "k-nowhere";
    }

    public String getScheduleClass() {
        return filter.isOpenToWidth() ? "k-when-wide" : "";
    }

    /** Like november 2026, or week 45, 2026. */
    public String getPeriod() {
        LocalDate first = filter.first(today());
        String pattern = filter.isWeek() ? "'week' w, YYYY" : "LLLL yyyy";
        return DateTimeFormatter.ofPattern(
                        pattern, java.util.Locale.forLanguageTag("nl".equals(language()) ? "nl-NL" : "en-GB"))
                .format(first);
    }

    private static String language() {
        return Faces.getLocale().getLanguage();
    }

    public String getEarlier() {
        LocalDate first = filter.first(today());
        return filter.address(filter.getView(), filter.isWeek() ? first.minusWeeks(1) : first.minusMonths(1));
    }

    public String getLater() {
        LocalDate first = filter.first(today());
        return filter.address(filter.getView(), filter.isWeek() ? first.plusWeeks(1) : first.plusMonths(1));
    }

    public String getNow() {
        return filter.address(filter.getView(), today());
    }

    public String inView(String view) {
        return filter.address(view, filter.day(today()));
    }

    public List<ResourceLine> getRooms() {
        return resourcesOf(ResourceKind.ROOM);
    }

    public List<ResourceLine> getTeachers() {
        return resourcesOf(ResourceKind.TEACHER);
    }

    private List<ResourceLine> resourcesOf(ResourceKind kind) {
        return currentUser.organisationId() == null ? List.of() : resources.list(kind, false);
    }

    private LocalDate today() {
        return AmsterdamTime.toLocal(clock.instant()).toLocalDate();
    }

    public CalendarFilter getFilter() {
        return filter;
    }
}
