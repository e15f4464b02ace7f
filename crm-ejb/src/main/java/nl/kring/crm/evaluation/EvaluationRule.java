package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * How an organisation evaluates.
 *
 * @param usual the questionnaire that is taken where a course says nothing else
 * @param lowMark an average mark for the whole below this is something to do
 * @param leastAnswers when so many answered at least; five or more
 */
public record EvaluationRule(UUID usual, BigDecimal lowMark, int leastAnswers) implements Serializable {

    static final BigDecimal USUAL_LOW_MARK = new BigDecimal("6.0");
}
