package nl.kring.crm.accreditation.scheme;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.Profession;

/**
 * A register as an administrator adds it.
 *
 * @param code short, in capitals, like RGS-HA; it never changes
 * @param professions who is registered in it
 * @param numbers by which number it knows somebody
 * @param peOrganisation the part of PE-online that it is, or null
 */
public record NewScheme(
        String code,
        String name,
        SchemeUnit unit,
        Set<Profession> professions,
        NumberKind numbers,
        Integer peOrganisation)
        implements Serializable {

    /** The BIG number, or one that the register gives out itself. */
    public enum NumberKind {
        BIG,
        OWN
    }

    private static final int LONGEST = 120;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,28}[A-Z0-9]");

    boolean countsPoints() {
        return unit != SchemeUnit.NONE;
    }

    /**
     * As it is kept.
     *
     * @throws InvalidInputException with what cannot be
     */
    NewScheme checked() {
        String capitals = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        if (!CODE.matcher(capitals).matches()) {
            throw new InvalidInputException("scheme-register-code");
        }
        String line = TypedText.line(name, LONGEST);
        if (line == null) {
            throw new InvalidInputException("scheme-name");
        }
        if (professions == null || professions.isEmpty()) {
            throw new InvalidInputException("scheme-professions");
        }
        if (unit == null) {
            throw new InvalidInputException("scheme-unit");
        }
        return new NewScheme(
                capitals,
                line,
                unit,
                Set.copyOf(professions),
                numbers == null ? NumberKind.BIG : numbers,
                peOrganisation);
    }
}
