package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import nl.kring.crm.platform.InvalidInputException;

/** A Dutch postcode, always written as {@code 7551 AC}. */
public record Postcode(String text) implements Serializable {

    private static final String FORM = "[1-9]\\d{3} (?!S[ADS])[A-Z]{2}";

    public Postcode {
        if (text == null || !text.matches(FORM)) {
            throw new InvalidInputException("postcode", text);
        }
    }

    /** Reads a postcode with or without the space, in capitals or not. */
    public static Optional<Postcode> of(String written) {
        String tight = written == null ? "" : written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (tight.length() != 6) {
            return Optional.empty();
        }
        String text = tight.substring(0, 4) + " " + tight.substring(4);
        return text.matches(FORM) ? Optional.of(new Postcode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
