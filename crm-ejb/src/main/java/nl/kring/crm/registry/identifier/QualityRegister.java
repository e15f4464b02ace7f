package nl.kring.crm.registry.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.kring.crm.registry.BigNumber;

/**
 * A quality register in which somebody may have a number. Which there are is data, like the schemes that count their points.
 *
 * @param code that of the scheme
 * @param goesByBig whether it knows somebody by the BIG number; others give out numbers of their own (V&V also takes a BIG number)
 */
public record QualityRegister(String code, boolean goesByBig) {

    private static final Pattern OWN_NUMBER = Pattern.compile("[0-9A-Z][0-9A-Z./-]{1,18}[0-9A-Z]");

    /** A number as this register writes it; empty when it cannot be one. */
    public Optional<String> number(String written) {
        if (goesByBig) {
            return BigNumber.of(written).map(BigNumber::digits);
        }
        String number = written == null ? "" : written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return OWN_NUMBER.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }
}
