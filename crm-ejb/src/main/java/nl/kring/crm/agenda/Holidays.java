package nl.kring.crm.agenda;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The public holidays of the Netherlands. */
public final class Holidays {

    private static final HolidayManager DUTCH =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));

    private Holidays() {}

    /** What is celebrated on that day, in that language; null on a common day. */
    public static String on(LocalDate day, Locale language) {
        return between(day, day, language).get(day);
    }

    /** Whether anything is celebrated on that day. */
    public static boolean are(LocalDate day) {
        return DUTCH.isHoliday(day);
    }

    /** By day, from the first to the last, both included. */
    public static SortedMap<LocalDate, String> between(LocalDate first, LocalDate last, Locale language) {
        SortedMap<LocalDate, String> found = new TreeMap<>();
        for (Holiday holiday : DUTCH.getHolidays(first, last)) {
            found.put(holiday.getDate(), holiday.getDescription(language));
        }
        return found;
    }
}
