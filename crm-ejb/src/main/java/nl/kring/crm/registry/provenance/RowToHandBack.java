package nl.kring.crm.registry.provenance;

import java.util.List;
import java.util.Map;

/**
 * A row of a register beside what everybody sees of its person.
 *
 * @param cells the row as it was handed over, header to text
 * @param shown by field of a statement what is shown; the surname without its prefix
 * @param shownPrefix of the surname that is shown
 */
public record RowToHandBack(
        Long record, int rowNumber, Map<String, String> cells, Map<String, String> shown, String shownPrefix) {

    /** The fields of {@code shown}. */
    static final List<String> FIELDS =
            List.of("birthName", "initials", "givenName", "birthDate", "big", "agb", "phone", "email");
}
