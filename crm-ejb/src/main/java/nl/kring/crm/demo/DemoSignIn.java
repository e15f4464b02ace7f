package nl.kring.crm.demo;

import java.util.List;
import nl.kring.crm.platform.Settings;

/** With whom one can sign in to the demo; nobody where {@code crm.demo} is not set. */
public final class DemoSignIn {

    private static final List<String> ADDRESSES = List.of(
            "fea@example.nl",
            "thoon@example.nl",
            "wdh@example.nl",
            "regio@example.nl",
            "huisarts@example.nl",
            "poh@example.nl",
            "praktijk@example.nl",
            "beheer@example.nl");

    private DemoSignIn() {}

    public static List<String> addresses() {
        return Settings.value("crm.demo").isPresent() ? ADDRESSES : List.of();
    }

    public static String password() {
        return DemoAccounts.PASSWORD;
    }
}
