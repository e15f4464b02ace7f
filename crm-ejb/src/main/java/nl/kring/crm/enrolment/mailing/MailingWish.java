package nl.kring.crm.enrolment.mailing;

import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.communication.mailing.MailingPurpose;

/**
 * A letter as somebody wants to send it.
 *
 * @param uuid chosen once by who writes it: the same letter is sent once
 * @param edition null for a selection of the register
 * @param subject with words between braces, as staff type it
 */
public record MailingWish(
        UUID uuid, MailingPurpose purpose, UUID edition, Selection selection, String subject, String body)
        implements Serializable {}
