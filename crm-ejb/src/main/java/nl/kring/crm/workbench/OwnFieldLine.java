package nl.kring.crm.workbench;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;

/**
 * An own column.
 *
 * @param id for queries of other components, never for the outside
 * @param choices what can be chosen, for that kind alone
 */
public record OwnFieldLine(
        Long id, UUID uuid, OwnSubject subject, String name, OwnFieldKind kind, List<String> choices, boolean archived)
        implements Serializable {

    /**
     * What is typed, as it would be kept; null when nothing was typed.
     *
     * @throws InvalidInputException it cannot stand in this column
     */
    public String checked(String typed) {
        return kind.checked(typed, choices);
    }

    /** What is kept, as it is shown. */
    public String shown(String kept) {
        return kind.shown(kept);
    }
}
