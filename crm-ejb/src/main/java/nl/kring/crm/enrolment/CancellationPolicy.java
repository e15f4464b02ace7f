package nl.kring.crm.enrolment;

import java.time.Instant;
import nl.kring.crm.registry.Person;

/** What ending an enrolment costs: by the terms that were frozen with it, and nothing for who has no seat. */
final class CancellationPolicy {

    private CancellationPolicy() {}

    /** The fee in cents for who cancels at that moment. */
    static int fee(Enrolment enrolment, Instant now) {
        return enrolment.getState() == EnrolmentState.CONFIRMED
                ? enrolment.terms().fee(enrolment.held(), now)
                : 0;
    }

    /** The fee in cents for who sends somebody else at that moment. */
    static int feeForSubstitute(Enrolment enrolment, Person other, Instant now) {
        boolean sameProfession = other.getProfession() != null
                && other.getProfession() == enrolment.getPerson().getProfession();
        return enrolment.getState() == EnrolmentState.CONFIRMED
                ? enrolment.terms().feeForSubstitute(enrolment.held(), sameProfession, now)
                : 0;
    }

    /** Refuses cancelling from the start of the edition on. */
    static void checkNotStarted(Instant startsAt, Instant now) {
        if (!now.isBefore(startsAt)) {
            throw new EnrolmentRefused.Started();
        }
    }
}
