package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.agenda.resource.ResourceLine;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.agenda.series.Occurrence;
import nl.kring.crm.agenda.series.Pattern;
import nl.kring.crm.agenda.series.Pattern.Every;
import nl.kring.crm.agenda.series.Pattern.InTheWay;
import nl.kring.crm.agenda.series.Series;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** Sessions that recur: proposed first, with holidays and what is taken, and then put in the place of those in the form. */
@Named
@ViewScoped
public class PlanSeries implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Series series;

    @Inject
    private Resources resources;

    @Inject
    private Me me;

    private Every every = Every.WEEKLY;
    private int interval = 1;
    private int rank = 1;
    private DayOfWeek weekday = DayOfWeek.TUESDAY;
    private LocalDate first;
    private String days;
    private LocalTime from = LocalTime.of(19, 0);
    private LocalTime to = LocalTime.of(22, 0);
    private int count = 3;
    private InTheWay onHoliday = InTheWay.LATER;
    private InTheWay onClash = InTheWay.KEEP;
    private String[] chosen = {};
    private List<ResourceLine> choices;
    private List<Occurrence> proposed;

    public void propose() {
        List<UUID> wanted = Arrays.stream(chosen).map(UUID::fromString).toList();
        proposed = List.copyOf(series.proposed(
                new Pattern(every, interval, rank, weekday, first, ownDays(), from, to, count, onHoliday, onClash),
                wanted,
                Faces.getLocale()));
    }

    /** What was proposed becomes the sessions of the form. */
    public void take(CourseForm form) {
        form.replaceSessions(proposed.stream()
                .filter(Occurrence::kept)
                .map(each -> new SessionForm(each.startsAt(), each.endsAt()))
                .toList());
        proposed = null;
    }

    private List<LocalDate> ownDays() {
        if (every != Every.OWN || days == null || days.isBlank()) {
            return List.of();
        }
        try {
            return Stream.of(days.strip().split("[\\s,;]+"))
                    .map(PlanSeries::day)
                    .toList();
        } catch (DateTimeException unreadable) {
            throw new InvalidInputException("series-day", unreadable.getMessage());
        }
    }

    /** As 03-11-2026 or 2026-11-03. */
    private static LocalDate day(String typed) {
        String[] parts = typed.split("-");
        try {
            return parts.length == 3 && parts[2].length() == 4
                    ? LocalDate.parse(parts[2] + "-" + parts[1] + "-" + parts[0])
                    : LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            throw new DateTimeException(typed, unreadable);
        }
    }

    /** Whether rooms and teachers can be looked at: staff have them. */
    public boolean isOffered() {
        return me.isStaff();
    }

    public List<ResourceLine> getChoices() {
        if (choices == null) {
            choices = resources.list(null, false);
        }
        return choices;
    }

    public Every[] getEveries() {
        return Every.values();
    }

    public InTheWay[] getWays() {
        return InTheWay.values();
    }

    public DayOfWeek[] getWeekdays() {
        return DayOfWeek.values();
    }

    public String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Faces.getLocale());
    }

    public List<Integer> getRanks() {
        return List.of(1, 2, 3, 4, -1);
    }

    public List<Occurrence> getProposed() {
        return proposed;
    }

    public Every getEvery() {
        return every;
    }

    public void setEvery(Every every) {
        this.every = every;
    }

    public int getInterval() {
        return interval;
    }

    public void setInterval(int interval) {
        this.interval = interval;
    }

    public int getRank() {
        return rank;
    }

    public void setRank(int rank) {
        this.rank = rank;
    }

    public DayOfWeek getWeekday() {
        return weekday;
    }

    public void setWeekday(DayOfWeek weekday) {
        this.weekday = weekday;
    }

    public LocalDate getFirst() {
        return first;
    }

    public void setFirst(LocalDate first) {
        this.first = first;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public LocalTime getFrom() {
        return from;
    }

    public void setFrom(LocalTime from) {
        this.from = from;
    }

    public LocalTime getTo() {
        return to;
    }

    public void setTo(LocalTime to) {
        this.to = to;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    public InTheWay getOnHoliday() {
        return onHoliday;
    }

    public void setOnHoliday(InTheWay onHoliday) {
        this.onHoliday = onHoliday;
    }

    public InTheWay getOnClash() {
        return onClash;
    }

    public void setOnClash(InTheWay onClash) {
        this.onClash = onClash;
    }

    public String[] getChosen() {
        return chosen.clone();
    }

    public void setChosen(String[] chosen) {
        this.chosen = chosen == null ? new String[0] : chosen.clone();
    }
}
