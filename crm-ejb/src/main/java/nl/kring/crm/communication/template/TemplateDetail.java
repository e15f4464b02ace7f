package nl.kring.crm.communication.template;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.communication.MailText;

/**
 * The text of a kind of mail, to be changed.
 *
 * @param base the version that counts now, to be handed in with a change; null when there was never one
 * @param own whether it is the organisation's own
 * @param text as staff read it, with words between braces
 * @param shipped the text that it was made from
 * @param places the words that may be used, those that must be first
 * @param versions what was written before, the newest first
 */
public record TemplateDetail(
        String kind,
        String language,
        UUID base,
        boolean own,
        MailText text,
        MailText shipped,
        List<Word> places,
        List<TemplateVersion> versions)
        implements Serializable {

    /** A word between braces, the code by which it is explained, and whether the text must have it. */
    public record Word(String word, String code, boolean required) implements Serializable {}

    /**
     * A version.
     *
     * @param text null for back to the shipped one
     * @param by the name of who wrote it, or null
     */
    public record TemplateVersion(MailText text, Instant at, String by) implements Serializable {}
}
