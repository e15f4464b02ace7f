package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Holidays;
import nl.kring.crm.agenda.calendar.Calendars;
import nl.kring.crm.agenda.calendar.PlannedWeek;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.web.layout.Me;

/** A year of all organisations at a glance, to see where there is room and where it is crowded. */
@Named
@RequestScoped
public class YearPlanner {

    private static final int MOST_WEEKS_IN_A_MONTH = 5;
    private static final int BUSY = 4;

    /** One week with what is in it. */
    public record Week(int number, LocalDate monday, LocalDate sunday, List<PlannedWeek> parts, List<String> holidays) {

        public int total() {
            return parts.stream().mapToInt(PlannedWeek::editions).sum();
        }

        /** How crowded it is, from 0 to 3. */
        public int crowd() {
            return total() == 0 ? 0 : total() == 1 ? 1 : total() < BUSY ? 2 : 3;
        }
    }

    /** One month; its weeks are those that begin in it. */
    public record Row(LocalDate month, List<Week> weeks, int missing) {}

    @Inject
    private Calendars calendars;

    @Inject
    private Clock clock;

    @Inject
    private Me me;

    private String year;
    private String audience;
    private int shown;
    private List<Row> rows = List.of();

    public void load() {
        shown = year != null && year.matches("2[01]\\d\\d") ? Integer.parseInt(year) : today().getYear();
        LocalDate first = LocalDate.of(shown, 1, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate until = LocalDate.of(shown + 1, 1, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        Map<LocalDate, List<PlannedWeek>> planned = calendars.weeks(first, until, profession()).stream()
                .collect(Collectors.groupingBy(PlannedWeek::monday, TreeMap::new, Collectors.toList()));
        SortedMap<LocalDate, String> holidays = Holidays.between(
                first, until.minusDays(1), Locale.forLanguageTag(me.getLocale().getLanguage()));
        Map<Month, List<Week>> months = new TreeMap<>();
        for (LocalDate monday = first; monday.isBefore(until); monday = monday.plusWeeks(1)) {
            months.computeIfAbsent(monday.getMonth(), month -> new ArrayList<>())
                    .add(new Week(
                            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                            monday,
                            monday.plusDays(6),
                            planned.getOrDefault(monday, List.of()),
                            List.copyOf(
                                    holidays.subMap(monday, monday.plusWeeks(1)).values())));
        }
        rows = months.entrySet().stream()
                .map(month -> new Row(
                        month.getValue().get(0).monday(),
                        month.getValue(),
                        MOST_WEEKS_IN_A_MONTH - month.getValue().size()))
                .toList();
    }

    private Profession profession() {
        return Arrays.stream(Profession.values())
                .filter(one -> one.name().equals(audience))
                .findFirst()
                .orElse(null);
    }

    private LocalDate today() {
        return AmsterdamTime.toLocal(clock.instant()).toLocalDate();
    }

    public List<Row> getRows() {
        return rows;
    }

    public int getShown() {
        return shown;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(String audience) {
        this.audience = audience;
    }
}
