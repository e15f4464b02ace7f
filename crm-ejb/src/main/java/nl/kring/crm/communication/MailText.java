package nl.kring.crm.communication;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail's subject and body; <code>{word}</code> stands for a value. The shipped texts lie as {@code <kind>_<language>.txt}
 * beside the class that writes them: the first line is the subject, the rest after an empty line the body.
 */
public record MailText(String subject, String body) implements Serializable {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");
    private static final Map<String, MailText> SHIPPED = new ConcurrentHashMap<>();

    /**
     * The shipped text with its values; an empty line stays one where a value is nothing.
     *
     * @param writer the class beside whose package the template lies
     * @throws IllegalStateException the template is missing, or a value of it
     */
    public static MailText of(Class<?> writer, String kind, String language, Map<String, String> values) {
        return shipped(writer, kind, language).filled(values);
    }

    /**
     * The shipped text with its places still open.
     *
     * @throws IllegalStateException the template is missing
     */
    public static MailText shipped(Class<?> writer, String kind, String language) {
        String name = "/" + writer.getPackageName().replace('.', '/') + "/" + kind + "_" + language + ".txt";
        return SHIPPED.computeIfAbsent(name, path -> {
            String text = read(writer, path);
            int firstLine = text.indexOf('\n');
            return new MailText(
                    text.substring(0, firstLine).strip(),
                    text.substring(firstLine).strip());
        });
    }

    /**
     * The text with its values.
     *
     * @throws IllegalStateException a value is missing
     */
    public MailText filled(Map<String, String> values) {
        return new MailText(
                NOT_IN_A_LINE.matcher(filled(subject, values)).replaceAll(" ").strip(),
                EMPTY_LINES.matcher(filled(body, values)).replaceAll("\n\n"));
    }

    /** The text with the values that there are; what else stands between braces stays as it is. */
    public MailText filledWhereKnown(Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        places().forEach(place -> all.put(place, values.getOrDefault(place, "{" + place + "}")));
        return filled(all);
    }

    /** The values that it asks for. */
    public Set<String> places() {
        return PLACE.matcher(subject + "\n" + body)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("A mail has no value for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String read(Class<?> writer, String name) {
        try (InputStream in = writer.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The mail template " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
