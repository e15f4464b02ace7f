package nl.kring.crm.evaluation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.kring.crm.evaluation.AnswerTable.Asked;
import nl.kring.crm.evaluation.AnswerTable.Given;
import nl.kring.crm.evaluation.AnswerTable.Invited;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.security.SecretText;

/**
 * Answering an evaluation, once, without signing in: whoever has the link. Who is signed in answers in the same way. Nothing is
 * written in the audit, for its moment and its account would tell whose answer it is.
 */
@Stateless
public class EvaluationLinks {

    private static final int LONGEST_ANSWER = 2_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * What is asked. Anyone who has the link; reading it changes nothing.
     *
     * @throws NotFoundException there is no such link, or what was asked is over
     */
    @PermitAll
    public AskedEvaluation asked(String token) {
        AnswerTable table = new AnswerTable(em);
        Invited invited = table.byLink(hash(token), false).orElseThrow(NotFoundException::new);
        AskedEvaluation.Standing standing = standing(invited);
        return new AskedEvaluation(
                invited.title(),
                invited.organiser(),
                invited.heldOn(),
                invited.dueOn(),
                standing,
                standing == AskedEvaluation.Standing.OPEN
                        ? table.asked(invited).stream().map(Asked::shown).toList()
                        : List.of());
    }

    /**
     * Keeps what somebody answers; another time changes nothing. Anyone who has the link.
     *
     * @param given by the key of the question: numbers of a mark, a degree or options (counted from one), or words
     * @throws NotFoundException there is no such link, or what was asked is over
     * @throws AnswersMissingException a question that has to be answered was not, or with what is no answer
     * @throws InvalidInputException words are too long or cannot be kept, or the last day has passed
     */
    @PermitAll
    public void answer(String token, Map<String, List<String>> given) {
        AnswerTable table = new AnswerTable(em);
        Invited invited = table.byLink(hash(token), true).orElseThrow(NotFoundException::new);
        switch (standing(invited)) {
            case ANSWERED -> {
                return;
            }
            case CLOSED -> throw new InvalidInputException("evaluation-over");
            case OPEN -> table.write(invited, checked(table.asked(invited), given));
        }
    }

    /** What the caller is asked to answer, the most urgent first. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public List<MyEvaluation> mine() {
        return currentUser.personId() == null ? List.of() : new AnswerTable(em).open(currentUser.personId(), today());
    }

    /**
     * A link to answer one of the own; as secret as that in a mail. For a professional.
     *
     * @throws NotFoundException it is not the caller's, or there is nothing to answer any more
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public String open(UUID invitation) {
        Invited invited =
                new AnswerTable(em).own(invitation, currentUser.personId()).orElseThrow(NotFoundException::new);
        String token = SecretText.random();
        new EvaluationTable(em).link(invited.invitation(), Sha256.of(token));
        return token;
    }

    private static List<Given> checked(List<Asked> asked, Map<String, List<String>> given) {
        List<Given> answers = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        for (Asked each : asked) {
            List<Given> found = answers(each, given.getOrDefault(each.shown().key(), List.of()));
            if (found == null || found.isEmpty() && each.shown().question().required()) {
                missing.add(each.shown().key());
            } else {
                answers.addAll(found);
            }
        }
        if (!missing.isEmpty()) {
            throw new AnswersMissingException(missing);
        }
        if (answers.isEmpty()) {
            throw new InvalidInputException("evaluation-nothing-answered");
        }
        return answers;
    }

    /** Null when what was sent is no answer to it. */
    private static List<Given> answers(Asked asked, List<String> sent) {
        QuestionForm question = asked.shown().question();
        List<String> filled = sent.stream().filter(each -> !each.isBlank()).toList();
        if (question.kind() == QuestionKind.TEXT) {
            String words = TypedText.text(String.join("\n", filled), LONGEST_ANSWER);
            return words == null ? List.of() : List.of(new Given(asked, null, words));
        }
        int highest = question.kind().highest(question.options().size());
        Set<Integer> numbers = new HashSet<>();
        for (String each : filled) {
            if (!each.matches("\\d{1,2}") || Integer.parseInt(each) < 1 || Integer.parseInt(each) > highest) {
                return null;
            }
            numbers.add(Integer.parseInt(each));
        }
        if (numbers.size() > 1 && question.kind() != QuestionKind.SEVERAL) {
            return null;
        }
        return numbers.stream()
                .sorted()
                .map(number -> new Given(asked, number, null))
                .toList();
    }

    private AskedEvaluation.Standing standing(Invited invited) {
        if (invited.answered()) {
            return AskedEvaluation.Standing.ANSWERED;
        }
        return invited.closed() || today().isAfter(invited.dueOn())
                ? AskedEvaluation.Standing.CLOSED
                : AskedEvaluation.Standing.OPEN;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
    }

    private static byte[] hash(String token) {
        if (token == null || token.isBlank()) {
            throw new NotFoundException();
        }
        return Sha256.of(token);
    }
}
