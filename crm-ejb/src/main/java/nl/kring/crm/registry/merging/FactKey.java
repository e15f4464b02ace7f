package nl.kring.crm.registry.merging;

import java.io.Serializable;
import nl.kring.crm.platform.InvalidInputException;

/** One row of those that belong to persons. */
public record FactKey(String kind, long row, long part) implements Serializable {

    /** Reads what {@link #toString} wrote. */
    public static FactKey of(String text) {
        String[] parts = text == null ? new String[0] : text.split(":", -1);
        try {
            return new FactKey(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException unreadable) {
            throw new InvalidInputException("merge-decision");
        }
    }

    @Override
    public String toString() {
        return kind + ":" + row + ":" + part;
    }
}
