package nl.kring.crm.registry.organisation;

import java.util.Locale;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;

/**
 * The colour of an organisation, on which white text must be readable: a contrast of at least 4.5 to 1, as WCAG 2.2
 * (1.4.3) asks and computes it.
 *
 * @param code like #0b6b63
 */
public record Accent(String code) {

    private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");
    private static final double LEAST = 4.5;

    /**
     * @throws InvalidInputException it is no colour, or white text on it cannot be read
     */
    public Accent {
        code = code == null ? "" : code.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(code).matches()) {
            throw new InvalidInputException("organisation-accent-shape");
        }
        if (contrastWithWhite(code) < LEAST) {
            throw new InvalidInputException("organisation-accent-pale", Math.floor(contrastWithWhite(code) * 10) / 10);
        }
    }

    static double contrastWithWhite(String code) {
        return 1.05 / (0.05 + 0.2126 * light(code, 1) + 0.7152 * light(code, 3) + 0.0722 * light(code, 5));
    }

    private static double light(String code, int at) {
        double part = Integer.parseInt(code.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
