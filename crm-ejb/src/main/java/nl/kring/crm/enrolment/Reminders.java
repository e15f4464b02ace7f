package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * When those who come are reminded: an organisation has a habit, and an edition may differ from it. Sent once, at nine in the
 * morning, to who had a seat by then; once more when the edition is moved to another time.
 */
@Stateless
public class Reminders {

    static final int MOST_DAYS = 60;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Editions editions;

    @Inject
    private AuditTrail audit;

    /** How many days before an edition of the caller's organisation reminds; null for not at all. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Integer habit() {
        return table().habit(currentUser.requireOrganisation());
    }

    /**
     * Says how many days before all editions remind of which nothing else is said. For staff.
     *
     * @param days null for not at all
     * @throws InvalidInputException it is no number of days from 1 to 60
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void useHabit(Integer days) {
        table().useHabit(currentUser.requireOrganisation(), checked(days), currentUser.accountId(), clock.instant());
        audit.record("reminder.habit", null, "days " + days);
    }

    /**
     * When an edition reminds. For staff of its organisers.
     *
     * @throws NotFoundException there is no such edition of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Reminder of(UUID edition) {
        return table().of(own(edition));
    }

    /**
     * Says when this edition reminds. For staff of its organisers.
     *
     * @param own false to follow the organisation's habit
     * @param days null for not at all
     * @throws NotFoundException there is no such edition of theirs
     * @throws InvalidInputException it is no number of days from 1 to 60
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void plan(UUID edition, boolean own, Integer days) {
        table().plan(own(edition), own, own ? checked(days) : null, currentUser.accountId());
        audit.record("reminder.planned", edition, own ? "days " + days : "habit");
    }

    private Long own(UUID edition) {
        EditionDetail detail = editions.edition(edition);
        if (!detail.own()) {
            throw new NotFoundException();
        }
        return detail.line().id();
    }

    private static Integer checked(Integer days) {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new InvalidInputException("reminder-days", MOST_DAYS);
        }
        return days;
    }

    private ReminderTable table() {
        return new ReminderTable(em);
    }
}
