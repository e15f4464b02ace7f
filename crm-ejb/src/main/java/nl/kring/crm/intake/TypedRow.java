package nl.kring.crm.intake;

import java.util.List;
import java.util.Map;
import nl.kring.crm.registry.provenance.SourceValues;

/** A row of a file after reading: the raw cells, what they say, and the values that could not be read. */
record TypedRow(
        int number, String key, Map<String, String> raw, byte[] hash, SourceValues values, List<RowProblem> problems) {}
