package nl.kring.crm.attendance.past;

import java.io.Serializable;
import java.util.List;
import nl.kring.crm.platform.TypedText;

/**
 * A row of a file as it stands there, but for what nobody may keep.
 *
 * @param number as a spreadsheet shows it: the first row of the file is 1
 */
public record PastCellRow(int number, List<String> cells) implements Serializable {

    /** With a citizen service number hidden. */
    PastCellRow keepable() {
        return cells.stream().noneMatch(PastCellRow::isHidden)
                ? this
                : new PastCellRow(
                        number,
                        cells.stream()
                                .map(cell -> isHidden(cell) ? PastCells.HIDDEN : cell)
                                .toList());
    }

    private static boolean isHidden(String cell) {
        return TypedText.hasCitizenServiceNumber(cell) && !PastCells.isMoment(cell);
    }
}
