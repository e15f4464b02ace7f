package nl.kring.crm.intake;

import java.util.List;
import java.util.Map;
import nl.kring.crm.registry.provenance.SourceValues;

/**
 * A row of a file after reading: the raw cells, what they say, and the values that could not be read.
 *
 * @param cells how many there are, up to the last that is not blank
 */
record TypedRow(
        int number,
        int cells,
        String key,
        Map<String, String> raw,
        byte[] hash,
        SourceValues values,
        List<RowProblem> problems) {}
