package nl.kring.crm.communication;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.logging.Logger;

/**
 * Sends one message in one transaction, so that a mail server that hangs on one keeps no other waiting for long and a
 * failure sends no other again. The row is locked: two nodes never send the same one. A crash between sending and
 * writing that down sends again, under the same Message-ID. For the outbox alone.
 */
@Stateless
@PermitAll
public class OutboxDesk {

    private static final Logger LOG = Logger.getLogger(OutboxDesk.class.getName());

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private BounceNews bounces;

    @Resource(lookup = "java:jboss/mail/Crm")
    private Session mailSession;

    /** Sends the message that waits longest; false when none waits. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean sendNext() {
        List<?> waiting =
                em.createNativeQuery("""
                select id from crm.message where state = 'PENDING' and next_attempt_at <= :now
                 order by next_attempt_at, id limit 1 for update skip locked
                """).setParameter("now", clock.instant()).getResultList();
        if (waiting.isEmpty()) {
            return false;
        }
        send(em.find(Message.class, ((Number) waiting.get(0)).longValue()));
        return true;
    }

    private void send(Message message) {
        if (!MailDelivery.leaves()) {
            message.sent(MessageState.SHOWN, clock.instant());
            return;
        }
        try {
            MailWriter.send(mailSession, message, replyTo(message));
            message.sent(MessageState.SENT, clock.instant());
        } catch (MessagingException failure) {
            Refusal.forGood(failure)
                    .ifPresentOrElse(
                            why -> refused(message, why), () -> message.failed(failure.getMessage(), clock.instant()));
            LOG.warning(() -> "message " + message.getUuid() + " not sent: " + message.getState());
        }
    }

    private void refused(Message message, String why) {
        message.refused(why, clock.instant());
        bounces.tell(message);
    }

    /** Read when it leaves, so that a mail that waited carries the address of today. */
    private String replyTo(Message message) {
        ReplyAddress team = message.isAnswersToTeam() && message.getOrganisationId() != null
                ? em.find(ReplyAddress.class, message.getOrganisationId())
                : null;
        return team == null ? null : team.getAddress();
    }
}
