package nl.kring.crm.governance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskInbox;
import nl.kring.crm.workbench.TaskSubject;

/**
 * What the register says of a professional, for himself or herself, and the way to say that it is wrong. It changes nothing:
 * the steward looks at it, and corrects it as it corrects anything else.
 */
@Stateless
public class OwnData {

    /** So that it fits in a task beside the name. */
    public static final int LONGEST = 140;

    private static final int DAYS = 14;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Persons persons;

    @Inject
    private Stewardship stewardship;

    @Inject
    private TaskInbox inbox;

    @Inject
    private AuditTrail audit;

    /**
     * What is said of the caller. For a professional.
     *
     * @throws NotFoundException the caller is nobody of the register
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public PersonCard mine() {
        return persons.card(me().getUuid());
    }

    /**
     * Tells the steward what is wrong: it becomes a task of the steward's staff. For a professional, about himself or herself.
     *
     * @param what what is wrong and what is right, in at most 140 characters
     * @throws InvalidInputException nothing was typed, it is too long, or nobody looks after the caller
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void report(String what) {
        String told = TypedText.line(what, LONGEST);
        if (told == null) {
            throw new InvalidInputException("own-data-what");
        }
        Person me = me();
        Long steward = stewardship.of(me.getId());
        if (steward == null) {
            throw new InvalidInputException("own-data-nobody");
        }
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        inbox.put(
                steward,
                new NewTask(
                        "Klopt niet, zegt " + me.getDisplayName() + ": " + told,
                        today.plusDays(DAYS),
                        null,
                        TaskSubject.PERSON,
                        me.getUuid()));
        audit.record("person.reported", me.getUuid(), null);
    }

    private Person me() {
        Person me = currentUser.personId() == null ? null : em.find(Person.class, currentUser.personId());
        if (me == null) {
            throw new NotFoundException();
        }
        return me;
    }
}
