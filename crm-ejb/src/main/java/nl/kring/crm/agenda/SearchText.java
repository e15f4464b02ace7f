package nl.kring.crm.agenda;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folds text so that upper and lower case, accents and double spaces make no difference in a search. */
public final class SearchText {

    private static final int MOST_WORDS = 6;

    private SearchText() {}

    static String fold(String... parts) {
        String joined = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Normalizer.normalize(joined, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    /** One pattern for {@code like … escape '!'} per word that is looked for. */
    public static List<String> patterns(String wanted) {
        return wanted == null || wanted.isBlank()
                ? List.of()
                : Arrays.stream(fold(wanted).split(" "))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .map(word -> "%" + word.replaceAll("([!%_])", "!$1") + "%")
                        .toList();
    }
}
