package nl.kring.crm.communication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail's text from its template {@code <kind>_<language>.txt} beside the class that writes it: the first line is the subject, the rest
 * after an empty line the body, and <code>{word}</code> stands for a value.
 */
public record MailText(String subject, String body) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    /**
     * The text with its values; an empty line stays one where a value is nothing.
     *
     * @param writer the class beside whose package the template lies
     * @throws IllegalStateException the template is missing, or a value of it
     */
    public static MailText of(Class<?> writer, String kind, String language, Map<String, String> values) {
        String name = "/" + writer.getPackageName().replace('.', '/') + "/" + kind + "_" + language + ".txt";
        String template = TEMPLATES.computeIfAbsent(name, path -> read(writer, path));
        int firstLine = template.indexOf('\n');
        String subject = filled(template.substring(0, firstLine), values);
        return new MailText(
                subject.replaceAll("\\p{Cntrl}+", " ").strip(),
                filled(template.substring(firstLine).strip(), values).replaceAll("\n{3,}", "\n\n"));
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
