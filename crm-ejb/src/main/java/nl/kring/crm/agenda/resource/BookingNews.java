package nl.kring.crm.agenda.resource;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.agenda.EditionMoved;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.security.CurrentUser;

/** What the agenda tells, done to the bookings in the same transaction. */
@Dependent
class BookingNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private TeacherMails mails;

    /** Rooms, teachers and equipment come along to the new times; when one cannot, nothing moves. */
    void follow(@Observes SessionsPlanned news) {
        BookingTable.Kept kept = new BookingTable(em, clock.instant()).follow(news.editionId());
        if (kept != null) {
            throw kept.away() ? Clash.away(kept.obstacle()) : new Clash(currentUser).of(kept.obstacle());
        }
    }

    /** Teachers hear of another time or place. */
    void tellMoved(@Observes EditionMoved news) {
        mails.tell(news.editionId(), "teaching-moved", news.note());
    }

    /** Nobody keeps a room for what does not take place; teachers hear of it. */
    void release(@Observes EditionCancelled news) {
        mails.tell(news.editionId(), "teaching-cancelled", news.note());
        new BookingTable(em, clock.instant()).release(news.editionId(), null);
    }
}
