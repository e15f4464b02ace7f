package nl.kring.crm.agenda;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.kring.crm.registry.Profession;

/**
 * A course with one edition as its organiser wants it.
 *
 * @param organisation code of the organiser; null means the organisation that the caller acts for
 * @param audience for whom it is meant; empty means for everybody
 * @param sessions one to sixty meetings in any order that do not overlap
 * @param online where to log in, an address that begins with https, or null; shown to who has a seat
 * @param capacity seats, 1 to 5000
 * @param fewest participants that it needs to be held, not more than there are seats; null when it does not matter
 * @param priceCents what a participant pays, in cents, VAT included
 * @param enrolUntil last moment for enrolling, not after the start; null means until the start
 */
public record PlannedCourse(
        String organisation,
        String title,
        String summary,
        CourseKind kind,
        Set<Profession> audience,
        List<PlannedSession> sessions,
        String location,
        String place,
        String online,
        int capacity,
        Integer fewest,
        int priceCents,
        boolean waitingList,
        Instant enrolUntil)
        implements Serializable {

    /** The same with other meetings. */
    public PlannedCourse with(List<PlannedSession> others) {
        return new PlannedCourse(
                organisation,
                title,
                summary,
                kind,
                audience,
                others,
                location,
                place,
                online,
                capacity,
                fewest,
                priceCents,
                waitingList,
                enrolUntil);
    }
}
