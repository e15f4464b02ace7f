package nl.kring.crm.peerreview;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * One group and how it stands in a year.
 *
 * @param members on the day that is looked at: today, or the last day of a year that is over
 * @param meetings those that count
 * @param minutes of those together
 */
public record GroupLine(
        UUID uuid,
        GroupKind kind,
        String name,
        LocalDate beginsOn,
        LocalDate endsOn,
        int members,
        String consultants,
        int meetings,
        int minutes,
        boolean planned,
        Set<GroupLack> missing)
        implements Serializable {}
