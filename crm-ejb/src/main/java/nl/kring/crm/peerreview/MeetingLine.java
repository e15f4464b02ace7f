package nl.kring.crm.peerreview;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One meeting of a group.
 *
 * @param counts whether it is long enough and the group was large enough
 */
public record MeetingLine(
        UUID uuid,
        long version,
        LocalDate heldOn,
        int minutes,
        String subject,
        String report,
        boolean counts,
        List<Present> present)
        implements Serializable {

    /** Somebody who was there. */
    public record Present(UUID person, String name, int minutes) implements Serializable {}
}
