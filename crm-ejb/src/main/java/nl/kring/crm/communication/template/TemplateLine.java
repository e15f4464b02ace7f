package nl.kring.crm.communication.template;

import java.io.Serializable;
import java.time.Instant;

/**
 * A kind of mail in the list of texts.
 *
 * @param own whether the organisation wrote a text of its own
 * @param writtenAt when the last version was written; null when nobody ever wrote one
 */
public record TemplateLine(String kind, String language, String subject, boolean own, Instant writtenAt)
        implements Serializable {}
