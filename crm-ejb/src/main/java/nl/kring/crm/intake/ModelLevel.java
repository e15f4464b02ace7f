package nl.kring.crm.intake;

import java.io.Serializable;
import java.util.Locale;
import nl.kring.crm.intake.matching.Level;
import nl.kring.crm.intake.matching.Model;

/**
 * One way in which two records compare in a field, in one model and in another.
 *
 * @param one how often records of one person do
 * @param two how often records of two persons do
 * @param bits what it weighs
 * @param bitsBefore what it weighs in the model that is in use
 */
public record ModelLevel(Level level, double one, double two, double bits, double bitsBefore) implements Serializable {

    static ModelLevel of(Level level, Model model, Model before) {
        return new ModelLevel(
                level, model.one().get(level), model.two().get(level), model.bits(level), before.bits(level));
    }

    public String written() {
        return written(bits);
    }

    public String writtenBefore() {
        return written(bitsBefore);
    }

    /** By how much it weighs more or less than before. */
    public String moved() {
        return written(bits - bitsBefore);
    }

    private static String written(double number) {
        String text = String.format(Locale.ROOT, "%+.1f", number);
        return text.equals("-0.0") ? "+0.0" : text;
    }
}
