package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What came of seats once an edition is held: who came, who came in part, who did not. */
@Stateless
public class Outcomes {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private EnrolmentAccess access;

    /**
     * Writes down what came of seats; CONFIRMED takes it back. Whoever has no seat for sure is left as he or she is, and the
     * same again adds nothing to the story. For the organisers' staff and the platform's administrator.
     *
     * @param outcomes by enrolment: ATTENDED, PARTIAL, NO_SHOW or CONFIRMED
     * @throws NotFoundException no such edition, or another organisation's
     * @throws InvalidInputException something else is no outcome
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void settle(UUID edition, Map<UUID, EnrolmentState> outcomes) {
        Edition held = access.managed(edition);
        if (!EnrolmentState.SURE.containsAll(outcomes.values())) {
            throw new InvalidInputException("enrolment-outcome");
        }
        if (outcomes.isEmpty()) {
            return;
        }
        new SeatAllocation(em, clock).lock(held.getId());
        List<Enrolment> changed = em.createQuery("""
                        select e from Enrolment e
                         where e.edition = :edition and e.uuid in :enrolments and e.state in :sure order by e.id""", Enrolment.class)
                .setParameter("edition", held)
                .setParameter("enrolments", outcomes.keySet())
                .setParameter("sure", EnrolmentState.SURE)
                .getResultStream()
                .filter(each -> each.getState() != outcomes.get(each.getUuid()))
                .toList();
        changed.forEach(each -> each.came(outcomes.get(each.getUuid())));
        em.flush();
        EnrolmentStory story = new EnrolmentStory(em, clock);
        changed.stream()
                .collect(Collectors.groupingBy(
                        Enrolment::getState, () -> new EnumMap<>(EnrolmentState.class), Collectors.toList()))
                .forEach((state, those) -> story.tellAll(those, state.name(), currentUser.accountId()));
    }
}
