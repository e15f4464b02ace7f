package nl.kring.crm.registry.columns;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * A pasted row and whom it is about.
 *
 * @param number in what was pasted; the header is row 1
 * @param person null unless exactly one was found
 */
public record PastedRow(int number, String identifier, Match match, UUID person, String name, List<PastedCell> cells)
        implements Serializable {

    /** Whether it is known whom a row is about. */
    public enum Match {
        FOUND,
        NOT_FOUND,
        AMBIGUOUS,
        /** An earlier row is about the same person. */
        TWICE
    }
}
