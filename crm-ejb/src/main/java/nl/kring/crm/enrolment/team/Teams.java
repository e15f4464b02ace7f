package nl.kring.crm.enrolment.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.TeamSeats;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.Role;

/** A practice looks after the courses of its people. */
@Stateless
public class Teams {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private TeamSeats seats;

    /**
     * The people of the practice that the caller acts for, with their courses to come and the seats without a name. For a
     * practice manager.
     *
     * @throws NotAllowedException the caller acts for no practice
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public Team mine() {
        List<Long> practice = seats.practice();
        TeamTable table = table(practice);
        return new Team(em.find(Organisation.class, practice.get(0)).getName(), table.members(), table.reserved());
    }

    /**
     * Courses at which people of the practice can be enrolled, the first 30 by start. For a practice manager.
     *
     * @param q words that all stand in title, summary, organiser or place, or null
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public List<TeamChoice> courses(String q) {
        return table(seats.practice()).choices(q);
    }

    /**
     * One course with the people of the practice. For a practice manager.
     *
     * @throws NotFoundException there is no such edition for the caller
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public TeamCourse course(UUID edition) {
        return table(seats.practice()).course(edition).orElseThrow(NotFoundException::new);
    }

    /**
     * Enrols each of them as {@link TeamSeats#enrol} does, in a transaction of its own. For a practice manager.
     *
     * @param key of this attempt; the same again answers what it did
     * @param shown the price that was shown, by person
     * @return in the order given, what was made or which rule said no
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<AppliedLine> enrol(UUID edition, String key, Map<UUID, Integer> shown, boolean meetsPrerequisites) {
        List<AppliedLine> applied = new ArrayList<>();
        for (Map.Entry<UUID, Integer> each : shown.entrySet()) {
            UUID person = each.getKey();
            int number = applied.size() + 1;
            try {
                EnrolmentAnswer made =
                        seats.enrol(edition, person, key + " " + person, each.getValue(), meetsPrerequisites);
                applied.add(new AppliedLine(number, person, made.state(), made.position(), null, List.of()));
            } catch (BusinessException refused) {
                applied.add(new AppliedLine(number, person, null, null, refused.code(), refused.arguments()));
            }
        }
        return applied;
    }

    private TeamTable table(List<Long> practice) {
        return new TeamTable(em, clock.instant(), practice);
    }
}
