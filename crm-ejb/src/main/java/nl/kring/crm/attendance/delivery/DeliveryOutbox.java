package nl.kring.crm.attendance.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every ten seconds for questions to PE-online that wait, and asks them one by one, outside any transaction. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryOutbox {

    private static final Logger LOG = Logger.getLogger(DeliveryOutbox.class.getName());
    private static final int A_ROUND = 20;

    @Inject
    private DeliveryDesk desk;

    @Inject
    private PeLine line;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void askWaiting() {
        int asked = 0;
        while (asked < A_ROUND && askNext()) {
            asked++;
        }
    }

    /** Asks the one that waits longest; false when none waits. */
    boolean askNext() {
        Optional<DeliveryDesk.Taken> taken = desk.take();
        taken.filter(question -> question.address() != null).ifPresent(this::ask);
        return taken.isPresent();
    }

    private void ask(DeliveryDesk.Taken question) {
        String body = null;
        String failure = null;
        try {
            body = line.ask(question.address(), question.xml());
        } catch (IOException none) {
            failure = none.getClass().getSimpleName();
            LOG.warning(() -> "no answer to delivery " + question.batch());
        }
        try {
            desk.answered(question, body, failure);
        } catch (EJBException unreadable) { // such an answer is none: it is asked again later
            LOG.log(Level.WARNING, unreadable, () -> "the answer to delivery " + question.batch() + " cannot be kept");
            desk.answered(question, null, "unreadable");
        }
    }
}
