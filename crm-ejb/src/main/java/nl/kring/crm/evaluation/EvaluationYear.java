package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What came of the evaluations of one year. Averages are over those that enough participants answered, so that nothing of a small one
 * can be reckoned back.
 */
public record EvaluationYear(int year, List<Line> editions, List<OfTopic> topics, List<OfSpeaker> speakers)
        implements Serializable {

    /**
     * One edition.
     *
     * @param mark the average for the whole; null when too few answered
     */
    public record Line(UUID edition, String title, LocalDate heldOn, int invited, int answered, BigDecimal mark)
            implements Serializable {}

    /** One topic of accreditation over the year. */
    public record OfTopic(Topic topic, QuestionKind kind, int answers, BigDecimal average) implements Serializable {}

    /** One teacher over the year. */
    public record OfSpeaker(String name, int editions, int answers, BigDecimal mark) implements Serializable {}
}
