package nl.kring.crm.web.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.registry.merging.MergeLine;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How merges read on a screen. */
@Named
@ApplicationScoped
public class MergeTexts {

    private static final Pattern KEY = Pattern.compile("\\{([A-Za-z.\\-_]+)}");

    /** What a row says, with the texts that it names in it. */
    public String told(String row) {
        if (row == null) {
            return "";
        }
        Matcher keys = KEY.matcher(row);
        StringBuilder words = new StringBuilder();
        while (keys.find()) {
            keys.appendReplacement(words, Matcher.quoteReplacement(Texts.of(Faces.getLocale(), keys.group(1))));
        }
        return keys.appendTail(words).toString();
    }

    /** By whom, why and how surely. */
    public String why(MergeLine line) {
        String by = line.by() == null ? "" : line.by();
        String score = line.score() == null
                ? ""
                : Texts.of(Faces.getLocale(), "registry_merges.score", line.score(), line.modelVersion());
        return String.join(
                        " ",
                        by,
                        Texts.of(
                                Faces.getLocale(),
                                "registry_merges.how." + line.how().name()),
                        score)
                .strip();
    }
}
