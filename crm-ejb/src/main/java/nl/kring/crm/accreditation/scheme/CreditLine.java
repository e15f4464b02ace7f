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
 * @param settled whether the register counted them itself, so that no limit of a year takes from them
 */
public record CreditLine(
        Long key, LocalDate day, String category, SortedSet<String> competences, BigDecimal points, boolean settled)
        implements Serializable {

    public static CreditLine of(Long key, LocalDate day, String category, BigDecimal points, String... competences) {
        SortedSet<String> sorted = new TreeSet<>(List.of(competences));
        return new CreditLine(key, day, category, sorted, points, false);
    }

    /** As the register itself counted them up to that day. */
    public static CreditLine settled(LocalDate day, String category, BigDecimal points) {
        return new CreditLine(null, day, category, new TreeSet<>(), points, true);
    }

    /** The same for all lines that the rules cannot tell apart but by their day. */
    String kind() {
        return category + " " + String.join(" ", competences);
    }
}
