package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * One rule of a register about points.
 *
 * @param code what it is called within the version
 * @param categories of which categories or competences; {@code *} for all
 * @param value points; of MAX_SHARE a part of one, of MIN_DISTINCT_COMPETENCES a number of them
 * @param uncertain whether its source leaves doubt
 */
public record Requirement(
        String code,
        RequirementKind kind,
        List<String> categories,
        BigDecimal value,
        CountedOver over,
        boolean uncertain)
        implements Serializable {

    static final String ALL = "*";

    /** Whether points of that category, with those competences, fall under it. */
    boolean covers(CreditLine line) {
        return categories.contains(ALL)
                || categories.contains(line.category())
                || line.competences().stream().anyMatch(categories::contains);
    }

    Requirement with(BigDecimal other) {
        return new Requirement(code, kind, categories, other, over, uncertain);
    }
}
