package nl.kring.crm.communication;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.logging.Logger;

/**
 * Takes messages out of the database and sends them. Each round locks its rows, so that two nodes never send the same
 * one; a crash between sending and writing that down sends again under the same Message-ID.
 */
@Singleton
@Startup
@PermitAll
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class.getName());
    private static final int A_ROUND = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:jboss/mail/Crm")
    private Session mailSession;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sendWaiting() {
        for (Number id : waiting()) {
            Message message = em.find(Message.class, id.longValue());
            if (!MailDelivery.leaves()) {
                message.sent(MessageState.SHOWN, clock.instant());
                continue;
            }
            try {
                MailWriter.send(mailSession, message);
                message.sent(MessageState.SENT, clock.instant());
            } catch (MessagingException refusedByServer) {
                message.failed(refusedByServer.getMessage(), clock.instant());
                LOG.warning(() -> "message " + message.getUuid() + " not sent: " + refusedByServer.getMessage());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<Number> waiting() {
        return em.createNativeQuery("""
                select id from crm.message where state = 'PENDING' and next_attempt_at <= :now
                 order by next_attempt_at, id limit :most for update skip locked
                """)
                .setParameter("now", clock.instant())
                .setParameter("most", A_ROUND)
                .getResultList();
    }
}
