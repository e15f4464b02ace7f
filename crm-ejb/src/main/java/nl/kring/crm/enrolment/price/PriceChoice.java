package nl.kring.crm.enrolment.price;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.kring.crm.registry.Profession;

/** Which of the prices of an edition somebody pays: of those that fit the one that says most; of equals the lowest. */
final class PriceChoice {

    private PriceChoice() {}

    /** Nothing where none fits: then it is the price of the edition itself. */
    static Optional<PriceLine> best(List<PriceLine> lines, Profession profession, boolean member, LocalDate today) {
        return lines.stream()
                .filter(line -> line.whom().fits(profession, member, today))
                .max(Comparator.comparingInt((PriceLine line) -> line.whom().conditions())
                        .thenComparing(
                                Comparator.comparingInt(PriceLine::priceCents).reversed())
                        .thenComparing(Comparator.comparing(PriceLine::id).reversed()));
    }
}
