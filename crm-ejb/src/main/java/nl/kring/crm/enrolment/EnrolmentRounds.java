package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** A round in a transaction of its own, which is over when it answers. */
@Stateless
public class EnrolmentRounds {

    @Inject
    private EnrolmentRound round;

    /** Those of one round, and what came of them. */
    static final class Round {

        private final List<EnrolmentRound.Asking> askings;
        private List<Verdict<EnrolmentAnswer>> verdicts;

        Round(List<EnrolmentRound.Asking> askings) {
            this.askings = askings;
        }

        /** Who is refused alone leaves nothing behind. */
        void decide(EnrolmentRound by, UUID edition) {
            verdicts = by.decide(edition, askings);
            if (verdicts.size() == 1) {
                verdicts.get(0).orRefuse();
            }
        }

        /** Whether there was nothing left to do but to commit. */
        boolean isDecided() {
            return verdicts != null;
        }

        List<Verdict<EnrolmentAnswer>> verdicts() {
            return verdicts;
        }
    }

    /** Decides about each as who asked; their rights are checked by {@link EnrolmentRound}. For {@link EnrolmentQueue}. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void decide(UUID edition, Round asked) {
        asked.decide(round, edition);
    }
}
