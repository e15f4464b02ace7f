package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.security.CurrentUser;

/** The boundaries of this package with what a container would give them, for tests of its sub-domains. */
public final class Enrolling {

    private Enrolling() {}

    public static Enrolments enrolments(EntityManager em, CurrentUser caller, Clock clock) {
        return wired(
                new Enrolments(),
                em,
                clock,
                caller,
                wired(new EnrolmentAccess(), em, clock, caller),
                wired(new AuditTrail(), em, clock, caller),
                mails(em, clock));
    }

    public static GuestSeats guestSeats(EntityManager em, CurrentUser caller, Clock clock) {
        return wired(new GuestSeats(), em, clock, wired(new AuditTrail(), em, clock, caller), mails(em, clock));
    }

    public static ParticipantDetails details(EntityManager em, CurrentUser caller, Clock clock) {
        return wired(
                new ParticipantDetails(),
                em,
                wired(new EnrolmentAccess(), em, clock, caller),
                wired(new AuditTrail(), em, clock, caller));
    }

    private static EnrolmentMails mails(EntityManager em, Clock clock) {
        return wired(new EnrolmentMails(), em, clock, wired(new Messages(), em, clock));
    }
}
