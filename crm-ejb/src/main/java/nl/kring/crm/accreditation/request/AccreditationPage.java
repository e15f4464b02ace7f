package nl.kring.crm.accreditation.request;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The accreditation of the course of one edition.
 *
 * @param own whether the caller works for an organiser; who only accredits it in-house decides and changes nothing else
 * @param choices registers for which nothing is open, and holders that may accredit for them in-house
 * @param facts what bodies ask and the course says already, as text
 * @param announcements at which registers this edition was announced
 */
public record AccreditationPage(
        UUID edition,
        String title,
        Instant startsAt,
        Instant endsAt,
        boolean own,
        List<RequestLine> requests,
        List<Choice> choices,
        List<Holder> holders,
        DossierTexts texts,
        CourseSaid facts,
        List<Announcement> announcements,
        List<Meeting> meetings)
        implements Serializable {

    /** A register that can be asked. */
    public record Choice(String scheme, String name) implements Serializable {}

    /** An organisation that may accredit for a register by itself. */
    public record Holder(String organisation, String scheme) implements Serializable {}

    /**
     * Whether this edition is known at a register.
     *
     * @param day the day for which it was announced; null when it was not
     * @param number of the edition there, or null
     */
    public record Announcement(String scheme, String name, LocalDate day, String number, boolean otherDay)
            implements Serializable {}

    /** A session with its number at a register that counts by session; null when it has none yet. */
    public record Meeting(UUID session, String scheme, Instant startsAt, String number) implements Serializable {}
}
