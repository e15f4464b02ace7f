package nl.kring.crm.registry.quality;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * How long a work list is, and was.
 *
 * @param days the numbers of earlier days of the last month, the oldest first
 */
public record QualityNumber(QualityList list, int now, List<OfDay> days) implements Serializable {

    /** The number of one day. */
    public record OfDay(LocalDate day, int number) implements Serializable {}

    /** What it was on the first of those days; the same as now when there is no earlier day. */
    public int was() {
        return days.isEmpty() ? now : days.get(0).number();
    }
}
