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
 * @param version to hand in with a change
 * @param own whether the caller may change it
 * @param organises whether the caller may also cancel it: works for the organiser itself
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
        long version,
        boolean own,
        boolean organises)
        implements Serializable {

    public UUID uuid() {
        return line.uuid();
    }
}
