package nl.kring.crm.intake.file;

import java.util.List;

/**
 * One row of a file as it stands there.
 *
 * @param number as a spreadsheet shows it: the first row of the file is 1
 * @param cells text of each cell, empty where there is nothing
 */
public record RawRow(int number, List<String> cells) {

    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    /** How many cells there are, up to the last that is not blank. */
    public int filled() {
        int filled = cells.size();
        while (filled > 0 && cells.get(filled - 1).isEmpty()) {
            filled--;
        }
        return filled;
    }

    boolean isBlank() {
        return filled() == 0;
    }
}
