package nl.kring.crm.intake;

import java.util.List;
import java.util.Map;
import nl.kring.crm.registry.provenance.ArrivedRow;
import nl.kring.crm.registry.provenance.StoredRow;

/**
 * A delivery laid beside what the register brought before.
 *
 * @param changed rows that say something else now
 * @param returned stored rows that an earlier delivery missed and that are there again, by key
 * @param vanished stored rows that are not in the file any more, by key; one that is refused this time is in it
 * @param standing how many rows were not missing before
 */
record Delivered(
        List<ArrivedRow> fresh,
        List<ArrivedRow> changed,
        Map<String, StoredRow> returned,
        Map<String, StoredRow> vanished,
        int standing) {

    private static final double MOST_VANISHING = 0.2;

    /** More than a fifth of the rows is missing: half a file is more likely than so many who left. */
    boolean losesTooMany() {
        return vanished.size() > MOST_VANISHING * standing;
    }
}
