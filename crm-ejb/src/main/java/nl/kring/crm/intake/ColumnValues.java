package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.kring.crm.intake.file.RawRow;
import nl.kring.crm.intake.file.RegisterFile;

/** What stands in the columns of a file, seen in one pass. */
final class ColumnValues {

    private static final int EXAMPLES = 5;
    private static final int LONGEST_EXAMPLE = 60;

    private final List<Set<String>> examples = new ArrayList<>();

    /** Null when a value came twice or was missing. */
    private final List<Set<String>> different = new ArrayList<>();

    private ColumnValues(int columns) {
        for (int column = 0; column < columns; column++) {
            examples.add(new LinkedHashSet<>());
            different.add(new HashSet<>());
        }
    }

    static ColumnValues of(RegisterFile file) {
        ColumnValues values = new ColumnValues(file.headers().size());
        for (RawRow row : file.rows()) {
            for (int column = 0; column < values.examples.size(); column++) {
                values.see(column, row.cell(column));
            }
        }
        return values;
    }

    private void see(int column, String cell) {
        if (!cell.isEmpty() && examples.get(column).size() < EXAMPLES) {
            examples.get(column).add(cell);
        }
        Set<String> before = different.get(column);
        if (before != null && (cell.isEmpty() || !before.add(cell))) {
            different.set(column, null);
        }
    }

    List<String> examples(int column) {
        return examples.get(column).stream()
                .map(cell -> cell.length() > LONGEST_EXAMPLE ? cell.substring(0, LONGEST_EXAMPLE) + "…" : cell)
                .toList();
    }

    /** A column with another value in every row is most likely the register's own key. */
    boolean tellApart(int column) {
        return different.get(column) != null;
    }
}
