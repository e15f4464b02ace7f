package nl.kring.crm.attendance.delivery;

import java.io.Serializable;
import java.time.Instant;

/**
 * One register of an edition with all its participants counted.
 *
 * @param organisation the part of PE-online that it is, or null
 * @param courseNumber of the course there, or null
 * @param service what keeps the web service from being used for it; null when nothing does
 */
public record RegisterLine(
        String scheme,
        String name,
        String organisation,
        String courseNumber,
        int ready,
        int due,
        int blocked,
        int entered,
        int accepted,
        int rejected,
        int waiting,
        String by,
        Instant at,
        ServiceProblem service)
        implements Serializable {

    /** Why the web service is not used. */
    public enum ServiceProblem {
        NO_SERVICE,
        NO_CONTRACT,
        KEY_REFUSED,
        NO_EDITION_NUMBER,
        NO_MEETING_NUMBER
    }
}
