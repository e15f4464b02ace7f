package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.calendar.CalendarSearch;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.web.layout.Question;

/** What the address says of the calendar that is wanted; what cannot be read does not narrow it. */
public class CalendarFilter implements Serializable {

    private static final long serialVersionUID = 1L;

    private String view;
    private String date;
    private String organisation;
    private String room;
    private String teacher;
    private String audience;
    private String theme;
    private String state;

    CalendarSearch search(LocalDate today) {
        return search(first(today), last(today));
    }

    CalendarSearch search(LocalDate from, LocalDate to) {
        return new CalendarSearch(
                from,
                to,
                given(organisation) ? organisation : null,
                uuid(room),
                uuid(teacher),
                named(Profession.values(), audience),
                given(theme) ? theme : null,
                named(EditionState.values(), state));
    }

    /** The day that the period is about. */
    LocalDate day(LocalDate today) {
        try {
            LocalDate asked = date == null || date.isEmpty() ? today : LocalDate.parse(date);
            return asked.getYear() < 2000 || asked.getYear() > 2200 ? today : asked;
        } catch (DateTimeException notADate) {
            return today;
        }
    }

    LocalDate first(LocalDate today) {
        return isWeek()
                ? day(today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : day(today).withDayOfMonth(1);
    }

    LocalDate last(LocalDate today) {
        return isWeek() ? first(today).plusDays(6) : day(today).with(TemporalAdjusters.lastDayOfMonth());
    }

    boolean isWeek() {
        return "week".equals(view) || "week-list".equals(view);
    }

    /** Only the list was asked for. */
    boolean isList() {
        return "list".equals(view) || "week-list".equals(view);
    }

    /** Nothing was asked for, so that a narrow screen may choose the list by itself. */
    boolean isOpenToWidth() {
        return !isList() && !"month".equals(view) && !"week".equals(view);
    }

    /** The address of the same question for another view or day. */
    String address(String otherView, LocalDate otherDay) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("view", otherView);
        all.put("date", otherDay.toString());
        all.put("organisation", organisation);
        all.put("room", room);
        all.put("teacher", teacher);
        all.put("audience", audience);
        all.put("theme", theme);
        all.put("state", state);
        return "/agenda/calendar.xhtml?" + Question.of(all);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }

    private static UUID uuid(String text) {
        try {
            return given(text) ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException notAUuid) {
            return null;
        }
    }

    private static <E extends Enum<E>> E named(E[] known, String name) {
        return Arrays.stream(known)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether anything narrows the calendar. */
    public boolean isGiven() {
        return given(organisation) || given(room) || given(teacher) || given(audience) || given(theme) || given(state);
    }

    public String getView() {
        return view;
    }

    public void setView(String view) {
        this.view = view;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getRoom() {
        return room;
    }

    public void setRoom(String room) {
        this.room = room;
    }

    public String getTeacher() {
        return teacher;
    }

    public void setTeacher(String teacher) {
        this.teacher = teacher;
    }

    public String getAudience() {
        return audience;
    }

    public String getTheme() {
        return theme;
    }

    public void setTheme(String theme) {
        this.theme = theme;
    }

    public void setAudience(String audience) {
        this.audience = audience;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
