package nl.kring.crm.peerreview;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;

/** With this meeting somebody would have more peer review on one day than a day has working hours. */
public class DayFullException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    DayFullException(LocalDate day, List<String> who, int mostMinutes) {
        super(
                "peer-review-day-full",
                DateTimeFormatter.ofPattern("dd-MM-yyyy").format(day),
                String.join(", ", who),
                mostMinutes);
    }
}
