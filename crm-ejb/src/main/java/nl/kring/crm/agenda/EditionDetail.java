package nl.kring.crm.agenda;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * All of an edition that its readers may see.
 *
 * @param line what lists show of it
 * @param audience for whom it is meant; empty means for everybody
 * @param enrolUntil last moment for enrolling
 * @param online where to log in; for the organiser's staff alone, null for everybody else
 * @param isOnline whether one can take part from behind a screen
 * @param progress how far the matters beside the state are; for the organiser's staff alone
 * @param moves the steps in its life that the caller may take now
 * @param version to hand in with a change
 * @param own whether the caller may change it
 */
public record EditionDetail(
        EditionLine line,
        UUID courseUuid,
        Long organiserId,
        String organiserEmail,
        String summary,
        Set<Profession> audience,
        List<SessionLine> sessions,
        Instant enrolUntil,
        String online,
        boolean isOnline,
        Integer fewest,
        Progress progress,
        Set<EditionMove> moves,
        long version,
        boolean own)
        implements Serializable {

    public UUID uuid() {
        return line.uuid();
    }
}
