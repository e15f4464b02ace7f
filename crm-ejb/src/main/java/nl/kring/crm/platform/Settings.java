package nl.kring.crm.platform;

import java.util.Locale;
import java.util.Optional;

/**
 * Values that an administrator gives: a system property ({@code crm.base.url}) or, where there is none, the environment
 * variable of that name ({@code CRM_BASE_URL}). docs/operations.md lists them all.
 */
public final class Settings {

    private Settings() {}

    public static Optional<String> value(String name) {
        String property = System.getProperty(name);
        if (property == null) {
            property = System.getenv(
                    name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        }
        return Optional.ofNullable(property).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The address that links in mails and on certificates start with, without a slash at the end. */
    public static String baseUrl() {
        return value("crm.base.url").orElse("http://localhost:8080").replaceAll("/+$", "");
    }
}
