package nl.kring.crm.communication;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Writes messages into the outbox and shows what was sent. */
@Stateless
public class Messages {

    private static final int MOST_SHOWN = 200;
    private static final int MOST_OF_A_PERSON = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /** Puts a mail in the outbox; it leaves after the caller's transaction commits. For other boundaries. */
    @PermitAll
    public void send(OutgoingMail mail) {
        put(mail);
    }

    /** As {@link #send}, and gives the number of the message. For boundaries that keep it. */
    @PermitAll
    public Long put(OutgoingMail mail) {
        Message message = new Message(mail, clock.instant());
        em.persist(message);
        return message.getId();
    }

    /**
     * What the caller's organisation sent to somebody, also as one of a shared mailbox, the newest first. For staff.
     *
     * @throws NotFoundException there is no such person
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Message> to(UUID person) {
        List<?> found = em.createNativeQuery("select crm.survivor_of(p.id) from crm.person p where p.uuid = :uuid")
                .setParameter("uuid", person)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        @SuppressWarnings("unchecked")
        List<Message> messages = em.createNativeQuery("""
                        select m.* from crm.message m
                         where m.organisation_id = :organisation
                           and (m.person_id = :person
                                or m.id in (select r.mail_id from crm.mailing_recipient r
                                             where r.person_id = :person and r.mail_id is not null))
                         order by m.id desc""", Message.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("person", ((Number) found.get(0)).longValue())
                .setMaxResults(MOST_OF_A_PERSON)
                .getResultList();
        return messages;
    }

    /**
     * The newest messages that the caller may read: an organisation's staff those of their organisation, the platform's
     * administrator all, a professional his or her own. Links that sign in are shown to nobody, but where no mail leaves.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public List<Message> recent() {
        return em.createQuery("""
                        select m from Message m
                         where (:all = true or m.organisationId = :organisation or m.personId = :person)
                           and (m.secret = false or m.state = SHOWN)
                         order by m.id desc""", Message.class)
                .setParameter("all", currentUser.has(Role.PLATFORM_ADMIN))
                .setParameter("organisation", currentUser.has(Role.STAFF) ? currentUser.organisationId() : null)
                .setParameter("person", currentUser.has(Role.PROFESSIONAL) ? currentUser.personId() : null)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }
}
