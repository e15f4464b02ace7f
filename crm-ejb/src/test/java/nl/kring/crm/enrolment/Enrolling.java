package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import nl.kring.crm.security.CurrentUser;

/** The boundaries of this package with what a container would give them, for tests of its sub-domains. */
public final class Enrolling {

    private Enrolling() {}

    public static Enrolments enrolments(EntityManager em, CurrentUser caller, Clock clock) {
        return made(Enrolments.class, em, clock, caller);
    }

    public static GuestSeats guestSeats(EntityManager em, CurrentUser caller, Clock clock) {
        return made(GuestSeats.class, em, clock, caller);
    }

    public static ParticipantDetails details(EntityManager em, CurrentUser caller, Clock clock) {
        return made(ParticipantDetails.class, em, clock, caller);
    }
}
