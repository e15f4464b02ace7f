package nl.kring.crm.communication.template;

import java.util.Map;
import java.util.logging.Logger;
import nl.kring.crm.communication.MailText;

/** The texts that one organisation wrote itself, as they are now. Where it wrote none the shipped text is taken. */
public final class OwnTexts {

    /** Nobody wrote anything. */
    public static final OwnTexts NONE = new OwnTexts(Map.of());

    private static final Logger LOG = Logger.getLogger(OwnTexts.class.getName());

    private final Map<String, MailText> texts;

    OwnTexts(Map<String, MailText> texts) {
        this.texts = Map.copyOf(texts);
    }

    static String key(String kind, String language) {
        return kind + "_" + language;
    }

    /**
     * A mail with its values. An own text that asks for what this mail has not is no reason not to send it: then the shipped
     * text is taken.
     *
     * @param writer the class beside which the shipped text lies
     */
    public MailText write(Class<?> writer, String kind, String language, Map<String, String> values) {
        MailText own = texts.get(key(kind, language));
        if (own != null && values.keySet().containsAll(own.places())) {
            return own.filled(values);
        }
        if (own != null) {
            LOG.warning(() -> "own text of " + key(kind, language) + " not used, it asks for " + own.places());
        }
        return MailText.of(writer, kind, language, values);
    }
}
