package nl.kring.crm.registry.columns;

import java.io.Serializable;
import java.util.List;
import nl.kring.crm.workbench.OwnFieldLine;

/**
 * A pasted cell and what comes of it.
 *
 * @param old what is kept now; null when nothing is
 * @param kept what would be kept; null when it is refused or left alone
 * @param refusal why it cannot stand there, as the code of a refusal with its arguments; null otherwise
 */
public record PastedCell(
        OwnFieldLine field,
        String typed,
        String old,
        String kept,
        Outcome outcome,
        String refusal,
        List<String> refusalArguments)
        implements Serializable {

    /** What comes of a pasted cell. An empty one leaves alone what stands there. */
    public enum Outcome {
        CHANGED,
        UNCHANGED,
        LEFT,
        REFUSED
    }
}
