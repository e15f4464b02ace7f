package nl.kring.crm.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.kring.crm.platform.BusinessException;

/**
 * Where those meet who want a seat of the same edition at the same moment: they would wait for the lock of its seats one by one, and
 * are decided in rounds instead. A round that fails is undone, and each of it is decided alone.
 */
@ApplicationScoped
class EnrolmentQueue {

    private static final Logger LOG = Logger.getLogger(EnrolmentQueue.class.getName());
    private static final int AT_ONCE = 2;
    private static final int MOST = 50;

    @Inject
    private EnrolmentRounds rounds;

    private final Turnstile<UUID, EnrolmentRound.Asking, Verdict<EnrolmentAnswer>> turnstile =
            new Turnstile<>(AT_ONCE, MOST, EnrolmentRound.Asking::marks, this::decide);

    /**
     * Waits for the answer.
     *
     * @throws BusinessException as {@link Enrolments#enrol(UUID, EnrolmentWish)}
     */
    EnrolmentAnswer enrol(UUID edition, EnrolmentRound.Asking asking) {
        Verdict<EnrolmentAnswer> verdict =
                asking.mayBeShared() ? turnstile.pass(edition, asking) : alone(edition, asking);
        return verdict.orRefuse();
    }

    List<Verdict<EnrolmentAnswer>> decide(UUID edition, List<EnrolmentRound.Asking> askings) {
        EnrolmentRounds.Round round = new EnrolmentRounds.Round(askings);
        try {
            rounds.decide(edition, round);
            return round.verdicts();
        } catch (RuntimeException e) {
            if (askings.size() == 1 || round.isDecided() || !concernsOne(e)) {
                throw e; // nobody knows whether it was committed, or it would fail for each alone
            }
            LOG.log(Level.FINE, e, () -> "A round of " + askings.size() + " was undone; each is decided alone");
            List<Verdict<EnrolmentAnswer>> verdicts = new ArrayList<>();
            askings.forEach(each -> verdicts.add(alone(edition, each)));
            return verdicts;
        }
    }

    /** A rule or a constraint that spoke of one of them, or two who waited for each other: not a database that is away. */
    private static boolean concernsOne(Throwable thrown) {
        for (Throwable why = thrown; why != null; why = why.getCause()) {
            if (why instanceof BusinessException) {
                return true;
            }
            if (why instanceof SQLException refused && refused.getSQLState() != null) {
                return refused.getSQLState().startsWith("23")
                        || refused.getSQLState().startsWith("40");
            }
        }
        return false;
    }

    private Verdict<EnrolmentAnswer> alone(UUID edition, EnrolmentRound.Asking asking) {
        EnrolmentRounds.Round round = new EnrolmentRounds.Round(List.of(asking));
        try {
            rounds.decide(edition, round);
            return round.verdicts().get(0);
        } catch (RuntimeException e) {
            return new Verdict<>(null, e);
        }
    }
}
