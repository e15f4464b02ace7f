package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentState;

/**
 * What became of one line of a list.
 *
 * @param state of the enrolment that was made; null when it was refused
 * @param position the rank on the waiting list, or null
 * @param refusal the code of the rule that said no, or null
 * @param arguments of the refusal
 */
public record AppliedLine(
        int number, UUID person, EnrolmentState state, Integer position, String refusal, List<String> arguments)
        implements Serializable {

    /** Who is to be enrolled for a line. */
    public record Chosen(int number, UUID person) implements Serializable {}

    public boolean refused() {
        return refusal != null;
    }
}
