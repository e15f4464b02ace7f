package nl.kring.crm.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;

/**
 * All texts of the screens in one bundle, kept in one file a component and language:
 * {@code texts/<component>_<language>.properties}. A key starts with its page, like
 * {@code registry_find-person.title}.
 */
public class Texts extends ResourceBundle {

    public static final List<String> FILES = List.of(
            "layout",
            "security",
            "workbench",
            "registry",
            "communication",
            "governance",
            "intake",
            "agenda",
            "enrolment",
            "attendance",
            "past",
            "peerreview",
            "accreditation",
            "dossier",
            "evaluation",
            "refusals",
            "values");

    private final Properties texts = new Properties();

    public Texts() {
        this("nl");
    }

    protected Texts(String language) {
        for (String file : FILES) {
            String path = "/nl/kring/crm/texts/" + file + "_" + language + ".properties";
            try (InputStream in = Texts.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("The texts " + path + " are missing");
                }
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One text in a language, with its arguments filled in. */
    public static String of(Locale locale, String key, Object... arguments) {
        ResourceBundle bundle = getBundle(Texts.class.getName(), locale, Texts.class.getClassLoader());
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.stringPropertyNames());
    }
}
