package nl.kring.crm.intake;

import java.util.Map;

/**
 * What is wrong with a row, or with one value of it.
 *
 * @param column header of the column, null when it is about the whole row
 * @param refused true when the row was kept out, false when only the value was
 * @param raw the row as it was handed over, for a refused one
 */
record RowProblem(
        int rowNumber,
        String sourceKey,
        String column,
        String value,
        String code,
        boolean refused,
        Map<String, String> raw) {}
