package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.NameUsage;

/**
 * Dutch names, in one cell or in several. One cell: "Linden-Oosterik, C.A. van der (Corrie)" or "Mw. drs. A.B. (Anna) van
 * den Berg". A surname in two parts with a hyphen is the partner's before the own, as is the custom.
 */
final class NameReader {

    private static final Set<String> PREFIXES = Set.of(
            "van", "von", "v", "vd", "vdr", "de", "d", "den", "der", "des", "het", "t", "ter", "ten", "te", "tot", "op",
            "in", "aan", "bij", "uit", "onder", "over", "la", "le", "du", "el", "al", "di", "da", "del", "zu", "zum");
    private static final Set<String> MEN = Set.of("dhr", "heer", "meneer", "hr");
    private static final Set<String> WOMEN = Set.of("mw", "mevr", "mevrouw", "mej", "mevr/mw");
    private static final Set<String> TITLES =
            Set.of("drs", "dr", "prof", "ir", "ing", "mr", "bc", "ba", "ma", "msc", "bsc", "phd", "arts", "dhr/mw");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern INITIALS = Pattern.compile("(\\p{Lu}\\p{Ll}{0,2}\\.)+\\p{Lu}?|\\p{Lu}{1,5}");
    private static final Pattern COMBINED = Pattern.compile("^([^-]*\\p{L}{2}[^-]*?)\\s*-\\s*([^-]*\\p{L}{2}[^-]*)$");
    private static final Pattern ONE_INITIAL = Pattern.compile("(\\p{L})(\\p{Ll}{0,2})\\.|(\\p{L})");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*");
    private static final Pattern SIGNS = Pattern.compile("[./'’]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private NameReader() {}

    /** A name in its parts; null where it says nothing. */
    record Name(
            String birthName,
            String birthPrefix,
            String partnerName,
            String partnerPrefix,
            NameUsage usage,
            String initials,
            String givenName,
            Gender gender) {}

    /** A name from columns of its own; a surname in two parts is taken apart when no partner's name is given. */
    static Name ofParts(
            String surname, String prefix, String partner, String partnerPrefix, String initials, String given) {
        Name own = surnames(calm(surname), nullIfEmpty(calmPrefix(prefix)));
        boolean noPartner = partner.isEmpty();
        return new Name(
                noPartner ? own.birthName() : nullIfEmpty(calm(surname)),
                noPartner ? own.birthPrefix() : nullIfEmpty(calmPrefix(prefix)),
                noPartner ? own.partnerName() : nullIfEmpty(calm(partner)),
                noPartner ? own.partnerPrefix() : nullIfEmpty(calmPrefix(partnerPrefix)),
                noPartner ? own.usage() : null,
                initials(initials),
                nullIfEmpty(calm(given)),
                null);
    }

    /** A name in one cell. */
    static Name ofOneCell(String text) {
        Matcher brackets = IN_BRACKETS.matcher(text);
        String given = brackets.find() ? brackets.group(1).strip() : "";
        String rest = brackets.replaceAll(" ").strip();
        int comma = rest.indexOf(',');
        boolean shouted = isShouted(rest);
        Gender gender = null;
        List<String> words = new ArrayList<>();
        for (String word :
                (comma < 0 ? rest : rest.substring(comma + 1)).strip().split("\\s+")) {
            String plain = word.replace(".", "").toLowerCase(Locale.ROOT);
            if (MEN.contains(plain) || WOMEN.contains(plain)) {
                gender = MEN.contains(plain) ? Gender.MALE : Gender.FEMALE;
                words.removeIf(before -> before.equalsIgnoreCase("de")); // "de heer"
            } else if (!TITLES.contains(plain) || word.matches("\\p{Lu}+") && !shouted) {
                words.add(word);
            }
        }
        StringBuilder letters = new StringBuilder();
        int at = 0;
        while (at < words.size()
                && isInitials(words.get(at), letters.length() > 0, comma >= 0 || at + 1 < words.size())) {
            letters.append(words.get(at++)).append(' ');
        }
        String tail = String.join(" ", words.subList(at, words.size()));
        Name surname;
        if (comma >= 0) {
            surname = surnames(calm(rest.substring(0, comma).strip()), nullIfEmpty(shouted ? calmPrefix(tail) : tail));
        } else {
            if (letters.isEmpty() && words.size() > 1 && !isPrefix(words.get(0))) {
                given = given.isEmpty() ? words.get(0) : given;
                tail = String.join(" ", words.subList(1, words.size()));
            }
            surname = surnames(calm(tail), null);
        }
        return new Name(
                surname.birthName(),
                surname.birthPrefix(),
                surname.partnerName(),
                surname.partnerPrefix(),
                surname.usage(),
                initials(letters.toString()),
                nullIfEmpty(calm(given)),
                gender);
    }

    /** Initials as A.B.; null when there are none. */
    static String initials(String text) {
        StringBuilder initials = new StringBuilder();
        Matcher one = ONE_INITIAL.matcher(text);
        while (one.find()) {
            String letter = one.group(1) != null ? one.group(1) : one.group(3);
            initials.append(letter.toUpperCase(Locale.ROOT))
                    .append(one.group(1) != null ? one.group(2) : "")
                    .append('.');
        }
        return nullIfEmpty(initials.toString());
    }

    static String nullIfEmpty(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What is written in capitals only, with a capital at the start of each word. */
    static String calm(String text) {
        if (!isShouted(text)) {
            return text;
        }
        Matcher word = WORD.matcher(text);
        return word.replaceAll(found -> {
            String lower = found.group().toLowerCase(Locale.ROOT);
            if (isPrefix(lower)) {
                return lower;
            }
            int head = lower.startsWith("ij") ? 2 : 1;
            return Matcher.quoteReplacement(lower.substring(0, head).toUpperCase(Locale.ROOT) + lower.substring(head));
        });
    }

    private static String calmPrefix(String prefix) {
        return isShouted(prefix) ? prefix.toLowerCase(Locale.ROOT) : prefix;
    }

    private static boolean isShouted(String text) {
        int letters = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters > 2;
    }

    private static boolean isInitials(String word, boolean some, boolean moreToCome) {
        String plain = word.replace(".", "").replace("/", "").toLowerCase(Locale.ROOT);
        boolean laterPrefix = some && plain.length() > 1 && PREFIXES.contains(plain);
        return moreToCome && !laterPrefix && INITIALS.matcher(word).matches();
    }

    private static boolean isPrefix(String word) {
        return PREFIXES.contains(SIGNS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT));
    }

    private static Name surnames(String surname, String prefix) {
        Matcher combined = COMBINED.matcher(surname);
        if (!combined.matches()) {
            String[] parts = prefix == null ? leadingPrefix(surname) : new String[] {prefix, surname};
            return new Name(nullIfEmpty(parts[1]), nullIfEmpty(parts[0]), null, null, null, null, null, null);
        }
        String[] partner = prefix == null ? leadingPrefix(combined.group(1)) : new String[] {prefix, combined.group(1)};
        String[] own = leadingPrefix(combined.group(2));
        return new Name(
                nullIfEmpty(own[1]),
                nullIfEmpty(own[0]),
                nullIfEmpty(partner[1]),
                nullIfEmpty(partner[0]),
                NameUsage.PARTNER_OWN,
                null,
                null,
                null);
    }

    /** Prefix and surname; a surname that would be all prefix is left whole. */
    private static String[] leadingPrefix(String surname) {
        String[] words = BLANKS.split(surname.strip());
        int at = 0;
        while (at < words.length - 1 && isPrefix(words[at]) && !words[at].equals(words[at].toUpperCase(Locale.ROOT))) {
            at++;
        }
        return new String[] {
            String.join(" ", List.of(words).subList(0, at)),
            String.join(" ", List.of(words).subList(at, words.length))
        };
    }
}
