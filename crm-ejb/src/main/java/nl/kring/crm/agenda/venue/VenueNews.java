package nl.kring.crm.agenda.venue;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskInbox;
import nl.kring.crm.workbench.TaskSubject;

/**
 * A venue knows nothing of what changes here: the organiser's staff have to tell it, and get that as a task. In the same
 * transaction.
 */
@Dependent
class VenueNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private TaskInbox tasks;

    /** Of a draft too: a venue may have been asked long before anybody else hears of it. */
    void askAgain(@Observes SessionsPlanned news) {
        tell(table().otherTimes(news.editionId()), "MOVED", "Opnieuw vragen");
    }

    void callOff(@Observes EditionCancelled news) {
        tell(table().cancelled(news.editionId()), "EDITION_CANCELLED", "Afzeggen");
    }

    private void tell(List<VenueTable.Marked> marked, String happened, String what) {
        for (VenueTable.Marked one : marked) {
            table().note(one.booking(), happened, null, null);
            tasks.put(
                    one.organiserId(),
                    new NewTask(
                            what + ": " + one.venue() + ", " + one.title(),
                            null,
                            null,
                            TaskSubject.EDITION,
                            one.edition()));
        }
    }

    private VenueTable table() {
        return new VenueTable(em, clock.instant());
    }
}
