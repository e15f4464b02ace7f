package nl.kring.crm.communication;

import nl.kring.crm.platform.Settings;

/** Whether mail really leaves. Without {@code crm.mail.delivery=smtp} messages are only kept for the screen. */
public final class MailDelivery {

    private MailDelivery() {}

    public static boolean leaves() {
        return Settings.value("crm.mail.delivery").orElse("screen").equals("smtp");
    }
}
