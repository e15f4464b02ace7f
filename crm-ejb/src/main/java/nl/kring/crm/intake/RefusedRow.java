package nl.kring.crm.intake;

import java.util.Map;

/**
 * A row that was kept out.
 *
 * @param number as a spreadsheet counts: the first row of the file is 1
 * @param code the reason; its text has the key {@code intake.problem.<code>}
 * @param cells the row as it was handed over, header to text
 */
public record RefusedRow(int number, String sourceKey, String code, Map<String, String> cells) {}
