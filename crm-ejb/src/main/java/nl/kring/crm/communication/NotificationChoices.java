package nl.kring.crm.communication;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * What professionals want to be told beside what they must know. Confirmations, changes, cancellations and offers always
 * come; a reminder only to who did not say no.
 */
@Stateless
public class NotificationChoices {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** Whether the caller is reminded. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public boolean reminders() {
        @SuppressWarnings("unchecked")
        List<Boolean> chosen = em.createNativeQuery(
                        "select reminders from crm.notification_choice where account_id = :account", Boolean.class)
                .setParameter("account", currentUser.accountId())
                .getResultList();
        return chosen.stream().findFirst().orElse(true);
    }

    /** Says whether the caller wants to be reminded. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public void remind(boolean wanted) {
        em.createNativeQuery("""
                insert into crm.notification_choice (account_id, reminders, changed_at) values (:account, :wanted, :now)
                on conflict (account_id) do update set reminders = excluded.reminders, changed_at = excluded.changed_at""")
                .setParameter("account", currentUser.accountId())
                .setParameter("wanted", wanted)
                .setParameter("now", clock.instant())
                .executeUpdate();
        currentUser
                .identity()
                .ifPresent(me -> audit.record("notifications.chosen", me.accountUuid(), "reminders " + wanted));
    }

    /** Who of these persons wants no reminder; one query for all. For boundaries that send them. */
    @PermitAll
    public Set<Long> withoutReminders(Collection<Long> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        @SuppressWarnings("unchecked")
        List<Long> without = em.createNativeQuery("""
                        select p.id
                          from crm.notification_choice n
                          join crm.account a on a.id = n.account_id and a.active
                          join crm.person p on p.id = crm.survivor_of(a.person_id)
                         where not n.reminders and p.id in (:persons)""", Long.class)
                .setParameter("persons", persons)
                .getResultList();
        return new HashSet<>(without);
    }
}
