package nl.kring.crm.agenda.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An edition with what a feed tells of it beside its line.
 *
 * @param summary what one learns, or null
 * @param publishedAt when everybody could see it first
 * @param sequence goes up with each change of the edition
 * @param sessions in order of time
 */
public record FeedEntry(
        AgendaLine line, String summary, Instant publishedAt, long sequence, List<FeedSession> sessions)
        implements Serializable {

    /** One meeting; its title is null when it has none of its own. */
    public record FeedSession(java.util.UUID uuid, String title, Instant startsAt, Instant endsAt)
            implements Serializable {}
}
