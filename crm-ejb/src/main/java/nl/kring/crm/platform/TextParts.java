package nl.kring.crm.platform;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces of text of which some may be missing. */
public final class TextParts {

    private TextParts() {}

    /** Those that say something, with this between them; empty when none does. */
    public static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(between));
    }
}
