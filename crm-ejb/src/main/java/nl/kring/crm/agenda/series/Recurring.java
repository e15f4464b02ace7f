package nl.kring.crm.agenda.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.model.Recur;
import nl.kring.crm.agenda.Holidays;
import nl.kring.crm.agenda.series.Pattern.Every;
import nl.kring.crm.agenda.series.Pattern.InTheWay;
import nl.kring.crm.platform.InvalidInputException;

/** Works a pattern out, day by day as RFC 5545 has it. */
final class Recurring {

    static final int MOST = 60;

    private static final int LARGEST_INTERVAL = 12;

    /** How many more days are looked at than sessions are wanted, for those that come behind. */
    private static final int SPARE = 60;

    private static final int YEARS_AHEAD = 120;

    /** When a session would be, by the clock on the wall. */
    record Slot(LocalDateTime startsAt, LocalDateTime endsAt) {}

    private Recurring() {}

    /** All that it brings, also what is left out, so that it is seen. */
    static List<Occurrence> of(Pattern pattern, Locale language, Map<Slot, String> clashes) {
        List<Slot> candidates = candidates(pattern);
        int wanted = pattern.every() == Every.OWN ? candidates.size() : pattern.count();
        List<Occurrence> found = new ArrayList<>();
        int counted = 0;
        for (Slot slot : candidates) {
            if (counted == wanted) {
                break;
            }
            String holiday = Holidays.on(slot.startsAt().toLocalDate(), language);
            InTheWay onHoliday = holiday == null ? InTheWay.KEEP : pattern.onHoliday();
            String clash = clashes.get(slot);
            InTheWay onClash = clash == null ? InTheWay.KEEP : pattern.onClash();
            boolean kept = onHoliday == InTheWay.KEEP && onClash == InTheWay.KEEP;
            found.add(new Occurrence(slot.startsAt(), slot.endsAt(), holiday, clash, kept));
            counted += onHoliday == InTheWay.LATER || onClash == InTheWay.LATER ? 0 : 1;
        }
        return found;
    }

    /** More than are wanted, for some may be left out. */
    static List<Slot> candidates(Pattern pattern) {
        check(pattern);
        return days(pattern).stream().map(day -> slot(pattern, day)).toList();
    }

    private static Slot slot(Pattern pattern, LocalDate day) {
        LocalDate last = pattern.to().isAfter(pattern.from()) ? day : day.plusDays(1);
        return new Slot(day.atTime(pattern.from()), last.atTime(pattern.to()));
    }

    private static void check(Pattern pattern) {
        if (pattern.from() == null || pattern.to() == null || pattern.from().equals(pattern.to())) {
            throw new InvalidInputException("series-times");
        }
        if (pattern.every() == Every.OWN) {
            if (pattern.days() == null
                    || pattern.days().isEmpty()
                    || pattern.days().size() > MOST) {
                throw new InvalidInputException("series-days", MOST);
            }
            return;
        }
        if (pattern.first() == null) {
            throw new InvalidInputException("series-first");
        }
        if (pattern.count() < 1 || pattern.count() > MOST) {
            throw new InvalidInputException("series-count", MOST);
        }
        if (pattern.interval() < 1 || pattern.interval() > LARGEST_INTERVAL) {
            throw new InvalidInputException("series-interval", LARGEST_INTERVAL);
        }
        if (pattern.every() == Every.MONTHLY
                && (pattern.weekday() == null || pattern.rank() < -1 || pattern.rank() == 0 || pattern.rank() > 4)) {
            throw new InvalidInputException("series-rank");
        }
    }

    private static List<LocalDate> days(Pattern pattern) {
        if (pattern.every() == Every.OWN) {
            return pattern.days().stream().distinct().sorted().toList();
        }
        boolean weekly = pattern.every() == Every.WEEKLY;
        String rule = weekly
                ? "FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s"
                        .formatted(pattern.interval(), code(pattern.first().getDayOfWeek()))
                : "FREQ=MONTHLY;INTERVAL=%d;BYDAY=%d%s"
                        .formatted(pattern.interval(), pattern.rank(), code(pattern.weekday()));
        // a month counts from its first day, so that its first Tuesday is not missed
        LocalDate seed = weekly ? pattern.first() : pattern.first().withDayOfMonth(1);
        return new Recur<LocalDate>(rule)
                .getDates(seed, pattern.first(), seed.plusYears(YEARS_AHEAD), pattern.count() + SPARE);
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
