package nl.kring.crm.communication.mailing;

import java.util.List;
import java.util.UUID;
import nl.kring.crm.communication.MailText;

/**
 * A mailing as it is to be sent.
 *
 * @param uuid chosen by who previewed it: the same one is sent once
 * @param edition what it is about, or null
 * @param about what it is called in lists
 * @param text with everything filled in but the places {@code {name}} and {@code {unsubscribe}}
 * @param english the same for who reads English; null when they get the Dutch one
 */
public record NewMailing(
        UUID uuid,
        MailingPurpose purpose,
        Long edition,
        String about,
        MailText text,
        MailText english,
        List<Recipient> recipients) {}
