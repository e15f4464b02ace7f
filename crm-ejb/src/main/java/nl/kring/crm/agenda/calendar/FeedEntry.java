package nl.kring.crm.agenda.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An edition with what a feed tells of it beside its line.
 *
 * @param summary what one learns, or null
 * @param publishedAt when everybody could see it first
 * @param sequence goes up when what stands in calendars changes
 * @param sessions in order of time
 */
public record FeedEntry(AgendaLine line, String summary, Instant publishedAt, long sequence, List<FeedSession> sessions)
        implements Serializable {

    /**
     * One meeting.
     *
     * @param title what this one is about, or null
     * @param location where this one is held, when that is not where the edition is
     */
    public record FeedSession(UUID uuid, String title, Instant startsAt, Instant endsAt, String location)
            implements Serializable {}
}
