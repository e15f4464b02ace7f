package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Points of one day in one category. Lines of the same category and competences within one year of the period may also be given as
 * one: the judgement is the same.
 *
 * @param key by which the caller knows it again
 * @param competences what else the points are about, as the register names it
 * @param specified whether it is known here which competences those are; where it is not, there may be others
 * @param settled whether the register counted them itself, so that no limit of a year takes from them
 */
public record CreditLine(
        Long key,
        LocalDate day,
        String category,
        SortedSet<String> competences,
        boolean specified,
        BigDecimal points,
        boolean settled)
        implements Serializable {

    /** As the ledger has them: of which category, and nobody said of which competences. */
    public static CreditLine of(Long key, LocalDate day, String category, BigDecimal points) {
        return new CreditLine(key, day, category, new TreeSet<>(), false, points, false);
    }

    /** Of these competences and no others. */
    public static CreditLine about(
            Long key, LocalDate day, String category, BigDecimal points, List<String> competences) {
        return new CreditLine(key, day, category, new TreeSet<>(competences), true, points, false);
    }

    /** As the register itself counted them up to that day. */
    public static CreditLine settled(LocalDate day, String category, BigDecimal points) {
        return new CreditLine(null, day, category, new TreeSet<>(), false, points, true);
    }

    /** The same for all lines that the rules cannot tell apart but by their day. */
    String kind() {
        return category + (specified ? " " : " ? ") + String.join(" ", competences);
    }
}
