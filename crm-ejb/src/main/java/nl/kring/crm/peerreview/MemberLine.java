package nl.kring.crm.peerreview;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody in a group, and from when until when. */
public record MemberLine(UUID uuid, UUID person, String name, GroupRole role, LocalDate from, LocalDate to)
        implements Serializable {

    /** Whether that is so on a day. */
    public boolean isIn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
