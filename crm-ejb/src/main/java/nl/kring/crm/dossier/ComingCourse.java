package nl.kring.crm.dossier;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An edition to come that gives points in the register, to which the professional does not go yet.
 *
 * @param points by category
 * @param online whether it can be followed from elsewhere
 * @param fitting whether it gives points in a category of which some are missing
 * @param full whether who enrols now waits
 * @param left what will be short of the total when it is done besides everything that is planned; null where that is not known
 */
public record ComingCourse(
        UUID edition,
        String title,
        String organiser,
        String place,
        Instant startsAt,
        Instant endsAt,
        Map<String, BigDecimal> points,
        int priceCents,
        boolean online,
        boolean fitting,
        boolean full,
        BigDecimal left)
        implements Serializable {

    ComingCourse leaving(BigDecimal missing) {
        return new ComingCourse(
                edition, title, organiser, place, startsAt, endsAt, points, priceCents, online, fitting, full, missing);
    }
}
