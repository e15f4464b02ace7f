package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** What the holder of a link is asked. No question when there is nothing to answer any more. */
public record AskedEvaluation(
        String title,
        String organiser,
        LocalDate heldOn,
        LocalDate dueOn,
        Standing standing,
        List<AskedQuestion> questions)
        implements Serializable {

    public enum Standing {
        OPEN,
        ANSWERED,
        CLOSED
    }

    public boolean isOpen() {
        return standing == Standing.OPEN;
    }
}
