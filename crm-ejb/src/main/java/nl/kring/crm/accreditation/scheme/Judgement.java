package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the rules make of points.
 *
 * @param relief the code of the lighter demands that were applied, or null
 * @param lines every line that was given, by day
 * @param results the total first
 */
public record Judgement(String relief, List<CountedLine> lines, List<Result> results) implements Serializable {

    public Result total() {
        return results.get(0);
    }

    public Result result(String code) {
        return results.stream()
                .filter(result -> result.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Whether everything that is asked in points is there, as far as that is known here. */
    public boolean isMet() {
        return results.stream().allMatch(Result::isMet);
    }

    /** Points that were brought and do not count. */
    public BigDecimal uncounted() {
        return lines.stream().map(CountedLine::uncounted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
