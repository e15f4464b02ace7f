package nl.kring.crm.communication.mailing;

import java.io.Serializable;
import java.util.UUID;

/**
 * Somebody of a selection.
 *
 * @param address in small letters; null where there is none that a mail can go to
 * @param shared the mailbox is of more people than one, so that the mail names nobody
 * @param language {@code en} for who chose English, and has a mailbox alone; else {@code nl}
 */
public record Recipient(
        Long personId, UUID person, String name, String address, Outcome outcome, boolean shared, String language)
        implements Serializable {}
