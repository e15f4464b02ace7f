package nl.kring.crm.workbench;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What can stand in an own column, how it is typed, how it is kept and how it is shown. */
public enum OwnFieldKind {
    /** Anything on one line. */
    TEXT,
    /** A day, typed 31-12-2026 and kept 2026-12-31, so that it sorts. */
    DATE,
    /** One of a list. */
    CHOICE,
    /** {@link #YES} or {@link #NO}. */
    YES_NO;

    public static final String YES = "YES";
    public static final String NO = "NO";

    private static final int LONGEST = 500;
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final Set<String> YES_WORDS = Set.of("ja", "j", "yes", "y", "true", "waar", "1", "x");
    private static final Set<String> NO_WORDS = Set.of("nee", "n", "no", "false", "onwaar", "0");

    /**
     * The value as it is kept; null when nothing was typed.
     *
     * @throws InvalidInputException it cannot stand in a column of this kind
     */
    String checked(String typed, List<String> choices) {
        String text = TypedText.line(typed, LONGEST);
        if (text == null) {
            return null;
        }
        return switch (this) {
            case TEXT -> text;
            case DATE -> day(text);
            case CHOICE ->
                choices.stream()
                        .filter(choice -> choice.equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException("own-value-choice", String.join(", ", choices)));
            case YES_NO -> yesOrNo(text.toLowerCase(Locale.ROOT));
        };
    }

    /** What is kept, as it is shown and typed; yes and no stay as they are, for the page to put into words. */
    public String shown(String kept) {
        if (kept == null) {
            return "";
        }
        return this == DATE ? SHOWN.format(LocalDate.parse(kept)) : kept;
    }

    private static String day(String text) {
        try {
            LocalDate day = text.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? LocalDate.parse(text)
                    : LocalDate.parse(text.replace('/', '-'), TYPED);
            if (day.getYear() < 1900 || day.getYear() > 2199) {
                throw new InvalidInputException("own-value-date");
            }
            return day.toString();
        } catch (DateTimeException notADay) {
            throw new InvalidInputException("own-value-date");
        }
    }

    private static String yesOrNo(String text) {
        if (YES_WORDS.contains(text)) {
            return YES;
        }
        if (NO_WORDS.contains(text)) {
            return NO;
        }
        throw new InvalidInputException("own-value-yes-no");
    }
}
