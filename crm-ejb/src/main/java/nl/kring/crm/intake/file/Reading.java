package nl.kring.crm.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Rows one after the other, as they are read. */
abstract class Reading implements Iterator<RawRow> {

    private RawRow next;
    private boolean fetched;

    /** The next row; null after the last one. */
    protected abstract RawRow read() throws IOException;

    /** What reading failed at, as a refusal. */
    protected abstract FileRefusedException refusal();

    @Override
    public boolean hasNext() {
        if (!fetched) {
            try {
                next = read();
            } catch (IOException | UncheckedIOException unreadable) {
                throw refusal();
            }
            fetched = true;
        }
        return next != null;
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        fetched = false;
        return next;
    }

    /** Refuses what is no register any more: too many rows or columns, or a cell that is no cell. */
    static RawRow checked(RawRow row) {
        if (row.cells().size() > RegisterFile.MOST_COLUMNS || row.number() > RegisterFile.MOST_ROWS) {
            throw new FileRefusedException("file-too-many", RegisterFile.MOST_COLUMNS, RegisterFile.MOST_ROWS);
        }
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.cells().get(column).length() > RegisterFile.LONGEST_CELL) {
                throw new FileRefusedException(
                        "file-cell-too-long", row.number(), column + 1, RegisterFile.LONGEST_CELL);
            }
        }
        return row;
    }
}
