package nl.kring.crm.web.communication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.communication.mailing.Recipient;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.platform.ExportFile;

/** Recipients as rows of a file. */
final class RecipientRows {

    private RecipientRows() {}

    static ExportFile.Contents of(List<Recipient> all, Locale locale) {
        return file -> {
            file.row(Arrays.asList(
                    Texts.of(locale, "communication.recipient.name"),
                    Texts.of(locale, "communication.recipient.address"),
                    Texts.of(locale, "communication.recipient.outcome")));
            for (Recipient each : all) {
                file.row(Arrays.asList(
                        each.name(), each.address(), Texts.of(locale, "communication.outcome." + each.outcome())));
            }
        };
    }
}
