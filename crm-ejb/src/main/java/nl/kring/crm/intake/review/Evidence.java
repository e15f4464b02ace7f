package nl.kring.crm.intake.review;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import nl.kring.crm.intake.matching.Level;

/**
 * What speaks for or against two being one, in one field.
 *
 * @param bits its weight; against when below zero
 * @param oneIn how rare the value is on which they agree, one in so many; 0 when that is not told
 * @param value on which they agree, when the reader may see it; else null
 */
public record Evidence(Level level, double bits, long oneIn, String value) implements Serializable {

    /** As the run left it: level, bits, share. Of a value that the reader may not see, the rarity is not told either. */
    static Evidence of(String line, Map<Level, String> values) {
        String[] parts = line.split(" ");
        Level level = Level.valueOf(parts[0]);
        double share = Double.parseDouble(parts[2]);
        String value = values.get(level);
        return new Evidence(
                level, Double.parseDouble(parts[1]), value == null || share <= 0 ? 0 : Math.round(1 / share), value);
    }

    public String written() {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }
}
