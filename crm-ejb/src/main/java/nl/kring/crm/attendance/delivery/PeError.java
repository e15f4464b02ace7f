package nl.kring.crm.attendance.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why PE-online rejects a row, of the reasons that its manual names under number 100. It says which only in words, in the language
 * that was asked for; so they are known by their words, and what it wrote is always shown beside.
 */
public enum PeError {
    END_DATE_NOT_ALLOWED("(enddate|einddatum).*(not allowed|niet toegestaan|klassikaal)"),
    END_DATE_MISSING("(enddate|einddatum)"),
    REGISTRATION_OVER("(registratieperiode|registration period)"),
    OUTSIDE_PERIOD("(accreditatieperiode|accreditation period|buiten de (periode|accreditatie)|date.*outside)"),
    NOT_ACCREDITED("(niet geaccrediteerd|not accredited)"),
    NOT_BY_PROVIDER("(niet.*(uitgevoerd|verzorgd)? ?door.*(aanbieder|opleider)|not.*by (the )?provider)"),
    MEETING("(bijeenkomst|meeting)"),
    EDITION("(uitvoering|editie|edition)"),
    MODULE("module"),
    PERSON("(persoon|person|deelnemer|professional)"),
    COURSE("(cursus|course|opleiding|nascholing)"),
    OTHER(".*");

    private final Pattern words;

    PeError(String words) {
        this.words = Pattern.compile(words, Pattern.DOTALL);
    }

    static PeError of(String message) {
        String plain = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(error -> error.words.matcher(plain).find())
                .findFirst()
                .orElse(OTHER);
    }
}
