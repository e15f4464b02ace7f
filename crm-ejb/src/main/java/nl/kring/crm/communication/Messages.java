package nl.kring.crm.communication;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Writes messages into the outbox and shows what was sent. */
@Stateless
public class Messages {

    private static final int MOST_SHOWN = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /** Puts a mail in the outbox; it leaves after the caller's transaction commits. For other boundaries. */
    @PermitAll
    public void send(OutgoingMail mail) {
        em.persist(new Message(mail, clock.instant()));
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
                           and (m.kind not in :secret or m.state = SHOWN)
                         order by m.id desc""", Message.class)
                .setParameter("secret", SignInLinkMail.SECRET)
                .setParameter("all", currentUser.has(Role.PLATFORM_ADMIN))
                .setParameter("organisation", currentUser.has(Role.STAFF) ? currentUser.organisationId() : null)
                .setParameter("person", currentUser.has(Role.PROFESSIONAL) ? currentUser.personId() : null)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }
}
