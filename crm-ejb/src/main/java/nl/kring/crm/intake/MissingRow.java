package nl.kring.crm.intake;

import java.util.List;
import java.util.UUID;

/**
 * A row that a delivery no longer had.
 *
 * @param record the row
 * @param decision ENDED or KEPT; null as long as nobody decided
 * @param standings what would end with it: what nobody but this row says
 */
public record MissingRow(
        UUID record, String sourceKey, UUID person, String personName, String decision, List<Standing> standings) {

    /**
     * An affiliation or a membership.
     *
     * @param term its role or kind
     */
    public record Standing(String kind, UUID uuid, String term, String where) {}
}
