package nl.kring.crm.registry.lists;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.PersonColumns;

/**
 * A frozen list, without its lines.
 *
 * @param query what stood behind the question mark of the page
 * @param headers of own columns their names then, of the others their codes
 */
public record FrozenListLine(
        UUID uuid,
        String name,
        String page,
        String query,
        PersonColumns columns,
        List<String> headers,
        LocalDate referenceDate,
        int lines,
        Instant frozenAt)
        implements Serializable {

    /** The address where the list can be seen as it is now. */
    public String address() {
        return page + "?" + query;
    }
}
