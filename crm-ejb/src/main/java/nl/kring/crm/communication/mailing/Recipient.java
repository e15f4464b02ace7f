package nl.kring.crm.communication.mailing;

import java.io.Serializable;
import java.util.UUID;

/**
 * Somebody of a selection.
 *
 * @param address in small letters; null where there is none that a mail can go to
 * @param shared the mailbox is of more people than one, so that the mail names nobody
 */
public record Recipient(Long personId, UUID person, String name, String address, Outcome outcome, boolean shared)
        implements Serializable {}
