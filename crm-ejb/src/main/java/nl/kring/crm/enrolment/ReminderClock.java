package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.NotificationChoices;

/** Puts the reminders whose moment has come in the outbox. */
@Stateless
public class ReminderClock {

    private static final int AT_ONCE = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private EnrolmentMails mails;

    @Inject
    private NotificationChoices choices;

    @Inject
    private AuditTrail audit;

    /** Looks every five minutes what is due; what was due while the server was down is sent as long as it is still to come. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    @PermitAll
    public void look() {
        Instant now = clock.instant();
        ReminderTable table = new ReminderTable(em);
        for (ReminderTable.Due due : table.due(now, AT_ONCE)) {
            if (table.take(due, now)) {
                remind(due);
            }
        }
    }

    /** Who got a seat after the moment was told of it just now; who wants no reminders gets none. */
    private void remind(ReminderTable.Due due) {
        List<Enrolment> coming = em.createQuery("""
                        select e from Enrolment e join fetch e.person
                         where e.edition.id = :edition and e.confirmedAt < :due
                           and e.state = nl.kring.crm.enrolment.EnrolmentState.CONFIRMED order by e.id""", Enrolment.class)
                .setParameter("edition", due.edition())
                .setParameter("due", due.at())
                .getResultList();
        Set<Long> without = choices.withoutReminders(
                coming.stream().map(each -> each.getPerson().getId()).toList());
        List<Enrolment> told = coming.stream()
                .filter(each -> !without.contains(each.getPerson().getId()))
                .toList();
        Edition edition = em.find(Edition.class, due.edition());
        mails.tell(MailKind.REMINDER, edition, told);
        audit.record("reminder.sent", edition.getUuid(), "count " + told.size());
    }
}
