package nl.kring.crm.agenda.resource;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.agenda.EditionMoved;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.workbench.TaskInbox;

/** What other components' tests need of rooms and teachers. */
public final class ResourceNews {

    private ResourceNews() {}

    /** Does what rooms and teachers do on hearing something. */
    public static void tell(EntityManager em, CurrentUser caller, Clock clock, Object event) {
        BookingNews news = of(em, caller, clock);
        if (event instanceof SessionsPlanned planned) {
            news.follow(planned);
        } else if (event instanceof EditionMoved moved) {
            news.tellMoved(moved);
        } else if (event instanceof EditionCancelled cancelled) {
            news.release(cancelled);
        }
    }

    static BookingNews of(EntityManager em, CurrentUser caller, Clock clock) {
        return wired(new BookingNews(), em, clock, caller, mails(em, clock));
    }

    static TeacherMails mails(EntityManager em, Clock clock) {
        return wired(
                new TeacherMails(), em, clock, wired(new Messages(), em, clock), wired(new TaskInbox(), em, clock));
    }

    /** A room or a teacher of the caller's. */
    public static UUID added(EntityManager em, CurrentUser caller, ResourceKind kind, String name, String email) {
        return wired(
                        new Resources(),
                        em,
                        AgendaDatabase.CLOCK,
                        caller,
                        wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller))
                .add(new ResourceForm(kind, name, null, null, email, null, 0, 0, false, List.of()));
    }

    public static Bookings bookings(EntityManager em, CurrentUser caller, Clock clock) {
        return wired(
                new Bookings(),
                em,
                clock,
                caller,
                AgendaDatabase.editions(em, caller),
                wired(new AuditTrail(), em, clock, caller));
    }

    static Invitations invitations(EntityManager em, CurrentUser caller, Clock clock) {
        return wired(
                new Invitations(),
                em,
                clock,
                bookings(em, caller, clock),
                mails(em, clock),
                wired(new AuditTrail(), em, clock, caller));
    }

    /** When something is had, in order. */
    public static List<Instant> times(EntityManager em, CurrentUser caller, UUID edition, UUID resource) {
        return bookings(em, caller, AgendaDatabase.CLOCK).of(edition).stream()
                .filter(line -> line.resource().equals(resource))
                .map(BookingLine::startsAt)
                .toList();
    }
}
