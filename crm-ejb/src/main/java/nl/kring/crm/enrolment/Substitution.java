package nl.kring.crm.enrolment;

import java.time.Instant;
import nl.kring.crm.registry.Person;

/** Who may come in somebody's place, free of charge: a colleague of the same profession, until it starts. */
final class Substitution {

    private Substitution() {}

    /**
     * @throws EnrolmentRefused.Started the edition has started
     * @throws EnrolmentRefused.OtherProfession it is somebody of another profession, or of none that is known
     */
    static void check(Enrolment gone, Person other, Instant now) {
        CancellationPolicy.checkNotStarted(gone.getEdition().getStartsAt(), now);
        if (other.getProfession() == null
                || other.getProfession() != gone.getPerson().getProfession()) {
            throw new EnrolmentRefused.OtherProfession();
        }
    }
}
