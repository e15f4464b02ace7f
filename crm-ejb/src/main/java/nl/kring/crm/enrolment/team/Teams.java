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
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.TeamSeats;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.enrolment.desk.NamedLine;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.Role;

/** A practice looks after the courses of its people. */
@Stateless
public class Teams {

    private static final int MOST_LINES = 100;
    private static final int LONGEST_LINE = 500;

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
     * Who of the practice is meant by each line, without enrolling anybody. For a practice manager; of others nothing is told.
     *
     * @param lines names, e-mail addresses, BIG numbers or AGB codes; cells parted by tabs or semicolons. Blank ones do not
     *     count.
     * @throws NotFoundException there is no such edition for the caller
     * @throws InvalidInputException there is no line, or there are more than 100, or one is longer than 500 signs
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public List<NamedLine> read(UUID edition, List<String> lines) {
        List<String> given = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (given.isEmpty()) {
            throw new InvalidInputException("names-nothing");
        }
        if (given.size() > MOST_LINES || given.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            throw new InvalidInputException("names-too-much", MOST_LINES, LONGEST_LINE);
        }
        return new TeamNames(table(seats.practice()).known(edition).orElseThrow(NotFoundException::new)).find(given);
    }

    /**
     * Enrols each of them as {@link TeamSeats#enrol} does, in a transaction of its own. For a practice manager.
     *
     * @param wishes with a key of its own each; the same again answers what it did
     * @return in the order given, what was made or which rule said no
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<AppliedLine> enrol(UUID edition, List<EnrolmentWish> wishes) {
        List<AppliedLine> applied = new ArrayList<>();
        for (EnrolmentWish wish : wishes) {
            int number = applied.size() + 1;
            try {
                EnrolmentAnswer made = seats.enrol(edition, wish);
                applied.add(new AppliedLine(number, wish.person(), made.state(), made.position(), null, List.of()));
            } catch (BusinessException refused) {
                applied.add(new AppliedLine(number, wish.person(), null, null, refused.code(), refused.arguments()));
            }
        }
        return applied;
    }

    private TeamTable table(List<Long> practice) {
        return new TeamTable(em, clock.instant(), practice);
    }
}
