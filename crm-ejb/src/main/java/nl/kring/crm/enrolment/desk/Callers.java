package nl.kring.crm.enrolment.desk;

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

/**
 * What a colleague needs while somebody is on the phone: what the caller comes to, and what he or she can still come to. Of
 * other organisations' courses nothing is told.
 */
@Stateless
public class Callers {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * Seats and waiting places at editions of the caller's organisation that are not over, the first first. For staff.
     *
     * @param person as {@link nl.kring.crm.registry.PersonCard#uuid()} gave it; of who is unknown nothing is found
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<CallerPlace> placesOf(UUID person) {
        return table().placesOf(person);
    }

    /**
     * One enrolment, to tell what came of it. For staff of the organiser.
     *
     * @throws NotFoundException there is none, or it is at another organisation's edition
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public CallerPlace place(UUID enrolment) {
        return table().place(enrolment).orElseThrow(NotFoundException::new);
    }

    /**
     * Editions of the caller's organisation that can be enrolled at now, the first first; twelve at most. For staff.
     *
     * @param person for whom it is asked
     * @param typed words of the title, the place or the organiser; null or empty for all
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<OpenEdition> editions(UUID person, String typed) {
        return table().editions(person, typed);
    }

    /**
     * One of them. For staff.
     *
     * @throws NotFoundException there is none, it is another organisation's, or nobody can be enrolled at it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public OpenEdition edition(UUID person, UUID edition) {
        return table().edition(person, edition).orElseThrow(NotFoundException::new);
    }

    private CallerTable table() {
        return new CallerTable(em, currentUser.requireOrganisation(), clock.instant());
    }
}
