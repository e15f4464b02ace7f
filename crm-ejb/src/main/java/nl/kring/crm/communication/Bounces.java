package nl.kring.crm.communication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Mails that did not arrive: refused by the receiving server when they were handed over, or sent back later. What came back into
 * a team's mailbox is handed in as it is.
 */
@Stateless
public class Bounces {

    private static final int MOST_SHOWN = 200;
    private static final int LARGEST = 1_000_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private BounceNews news;

    @Inject
    private AuditTrail audit;

    /** The mails of the caller's organisation that did not arrive, the newest first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Message> list() {
        return em.createQuery("""
                        select m from Message m where m.organisationId = :organisation and m.bouncedAt is not null
                         order by m.bouncedAt desc, m.id desc""", Message.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /**
     * Takes in what a mail server sent back (an .eml file): the mail that it is about did not arrive. The same report once more
     * changes nothing. For staff of the organisation that sent the mail.
     *
     * @return the address that was not reached
     * @throws InvalidInputException it is no report of a mail that could not be delivered
     * @throws NotFoundException it is about no mail of the caller's organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public String report(byte[] mail) {
        Optional<DeliveryReport> read =
                mail == null || mail.length > LARGEST ? Optional.empty() : DeliveryReport.of(mail);
        DeliveryReport report = read.orElseThrow(() -> new InvalidInputException("bounce-unreadable"));
        Message message = em.createQuery("""
                        select m from Message m where m.messageId = :id and m.organisationId = :organisation""", Message.class)
                .setParameter("id", report.messageId().strip())
                .setParameter("organisation", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (message.getBouncedAt() == null) {
            message.bounced(report.why(), clock.instant());
            news.tell(message);
            audit.record("message.bounced", message.getUuid(), null);
        }
        return message.getRecipient();
    }

    /**
     * Sends a mail that was refused or given up once more, as the same message. For staff of the organisation that sent it.
     *
     * @throws NotFoundException there is no such mail of the caller's organisation
     * @throws InvalidInputException it was sent, or still waits
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void sendAgain(UUID uuid) {
        Message message = em.createQuery("""
                        select m from Message m where m.uuid = :uuid and m.organisationId = :organisation""", Message.class)
                .setParameter("uuid", uuid)
                .setParameter("organisation", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (message.getState() != MessageState.REFUSED && message.getState() != MessageState.FAILED) {
            throw new InvalidInputException("message-not-refused");
        }
        message.again(clock.instant());
        audit.record("message.again", uuid, null);
    }
}
