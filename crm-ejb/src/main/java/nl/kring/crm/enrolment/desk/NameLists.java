package nl.kring.crm.enrolment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/**
 * Enrolling a list of names at once: first it is told of every line who is meant, then each is enrolled by itself. What is
 * refused is told with its line; nothing is half done.
 */
@Stateless
public class NameLists {

    static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Editions editions;

    @Inject
    private Enrolments enrolments;

    /**
     * Who is meant by each line, without enrolling anybody. For staff of the edition's organiser.
     *
     * @param lines names, e-mail addresses, BIG numbers or AGB codes; cells parted by tabs or semicolons. Blank ones do not
     *     count.
     * @throws NotFoundException there is no such edition of theirs
     * @throws InvalidInputException there is no line, or there are more than 500, or one is longer than 500 signs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<NamedLine> preview(UUID edition, List<String> lines) {
        EditionDetail own = editions.edition(edition);
        if (!own.own()) {
            throw new NotFoundException();
        }
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
        Map<Integer, List<NamedLine.Candidate>> found =
                new NameTable(em).find(given, own.line().id(), own.audience());
        Set<UUID> seen = new HashSet<>();
        List<NamedLine> preview = new ArrayList<>();
        for (int number = 1; number <= given.size(); number++) {
            List<NamedLine.Candidate> candidates = found.getOrDefault(number, List.of());
            preview.add(new NamedLine(number, given.get(number - 1), found(candidates, seen), candidates));
        }
        return preview;
    }

    private static NamedLine.Found found(List<NamedLine.Candidate> candidates, Set<UUID> seen) {
        if (candidates.isEmpty()) {
            return NamedLine.Found.NOBODY;
        }
        if (candidates.size() > 1) {
            return NamedLine.Found.SEVERAL;
        }
        NamedLine.Candidate only = candidates.get(0);
        if (only.enrolled()) {
            return NamedLine.Found.ENROLLED;
        }
        return seen.add(only.person()) ? NamedLine.Found.ONE : NamedLine.Found.TWICE;
    }

    /**
     * Enrols each of them as {@link Enrolments#enrol} does, in a transaction of its own, and nobody for more than was shown. For
     * its callers.
     *
     * @param key of this attempt; the same again answers what it did
     * @return in the order given, what was made or which rule said no
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<AppliedLine> apply(UUID edition, String key, List<AppliedLine.Chosen> chosen) {
        List<AppliedLine> applied = new ArrayList<>();
        for (AppliedLine.Chosen line : chosen) {
            try {
                EnrolmentAnswer made = enrolments.enrol(edition, line.wish(key + " " + line.person()));
                applied.add(
                        new AppliedLine(line.number(), line.person(), made.state(), made.position(), null, List.of()));
            } catch (BusinessException refused) {
                applied.add(
                        new AppliedLine(line.number(), line.person(), null, null, refused.code(), refused.arguments()));
            }
        }
        return applied;
    }
}
