package nl.kring.crm.communication.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** A text as staff type it, with the words of their language between braces, and as it is kept, with the codes. */
final class Words {

    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_BODY = 8_000;
    private static final Pattern BRACED = Pattern.compile("\\{([^{}\\n]*)}");

    private final List<MailForm.Place> places;
    private final Set<String> required;

    Words(MailForm form) {
        this.places = form.places();
        this.required = form.required();
    }

    /** As it is kept. Refuses what is empty, too long or unreadable, an unknown word, and a needed one that is missing. */
    MailText kept(String subject, String body) {
        String line = TypedText.line(subject, LONGEST_SUBJECT);
        String text = TypedText.text(body, LONGEST_BODY);
        if (line == null || text == null) {
            throw new InvalidInputException("mail-template-empty");
        }
        Map<String, String> codes =
                places.stream().collect(Collectors.toMap(MailForm.Place::word, MailForm.Place::code, (a, b) -> a));
        MailText kept = new MailText(with(line, word -> code(codes, word)), with(text, word -> code(codes, word)));
        for (MailForm.Place place : places) {
            if (required.contains(place.code()) && !kept.body().contains("{" + place.code() + "}")) {
                throw new InvalidInputException("mail-template-missing", "{" + place.word() + "}");
            }
        }
        return kept;
    }

    /** As staff read it. */
    MailText shown(MailText kept) {
        Map<String, String> words =
                places.stream().collect(Collectors.toMap(MailForm.Place::code, MailForm.Place::word, (a, b) -> a));
        Function<String, String> word = code -> words.getOrDefault(code, code);
        return new MailText(with(kept.subject(), word), with(kept.body(), word));
    }

    private String code(Map<String, String> codes, String typed) {
        String code = codes.get(typed.strip().toLowerCase(Locale.ROOT));
        if (code == null) {
            throw new InvalidInputException(
                    "mail-template-unknown",
                    "{" + typed + "}",
                    places.stream().map(place -> "{" + place.word() + "}").collect(Collectors.joining(", ")));
        }
        return code;
    }

    private static String with(String text, Function<String, String> word) {
        return BRACED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement("{" + word.apply(found.group(1)) + "}"));
    }
}
