package nl.kring.crm.agenda.resource;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What a teacher is asked, as whoever holds the link may read it.
 *
 * @param asked stands for these times and places: handed in with the answer, so that nobody says yes to others
 * @param organiserEmail where one can ask, or null
 */
public record Invitation(
        InvitationState state,
        String teacher,
        String title,
        String organiser,
        String organiserEmail,
        List<Occasion> occasions,
        Instant expiresAt,
        String asked)
        implements Serializable {

    /** When and where the teacher is expected once. */
    public record Occasion(Instant startsAt, Instant endsAt, String location, String place, String online)
            implements Serializable {}
}
