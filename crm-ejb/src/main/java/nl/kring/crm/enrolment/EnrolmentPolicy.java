package nl.kring.crm.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.registry.Profession;

/** Who may enrol where and when. Each rule is one constant, and {@link #RULES} is all of them in the order they speak. */
final class EnrolmentPolicy {

    /**
     * What the rules look at.
     *
     * @param enrolUntil null when enrolling is possible until the start
     * @param audience empty when the course is for everybody
     * @param onBehalf the organiser's staff or the platform's administrator enrols somebody
     */
    record Request(
            EditionState state,
            Instant enrolUntil,
            Instant startsAt,
            boolean waitingList,
            Set<Profession> audience,
            Profession profession,
            boolean onBehalf,
            boolean alreadyEnrolled,
            boolean full,
            Instant now) {

        static Request of(
                Edition edition,
                Profession profession,
                boolean onBehalf,
                boolean alreadyEnrolled,
                boolean full,
                Instant now) {
            return new Request(
                    edition.getState(),
                    edition.getEnrolUntil(),
                    edition.getStartsAt(),
                    edition.isWaitingList(),
                    edition.getCourse().getAudience(),
                    profession,
                    onBehalf,
                    alreadyEnrolled,
                    full,
                    now);
        }
    }

    /** A rule gives its refusal, or nothing when it has none. */
    @FunctionalInterface
    interface Rule {
        Optional<EnrolmentRefused> refusal(Request request);
    }

    static final Rule EDITION_IS_PUBLISHED =
            request -> request.state().isTaken() ? no() : says(new EnrolmentRefused.NotPublished());

    static final Rule ENROLMENT_HAS_BEGUN =
            request -> request.state() == EditionState.PUBLISHED ? says(new EnrolmentRefused.NotOpenYet()) : no();

    static final Rule ENROLMENT_IS_OPEN = request -> {
        if (isWalkIn(request.onBehalf(), request.state(), request.startsAt(), request.now())) {
            return no();
        }
        if (request.state() != EditionState.OPEN) {
            return says(new EnrolmentRefused.Closed());
        }
        Instant last = request.enrolUntil() != null && request.enrolUntil().isBefore(request.startsAt())
                ? request.enrolUntil()
                : request.startsAt();
        return request.now().isBefore(last) ? no() : says(new EnrolmentRefused.Closed());
    };

    static final Rule ONE_ENROLMENT_A_PERSON =
            request -> request.alreadyEnrolled() ? says(new EnrolmentRefused.AlreadyEnrolled()) : no();

    /** Staff know why they let somebody in from outside the audience. */
    static final Rule PERSON_IS_OF_THE_AUDIENCE = request -> request.onBehalf()
                    || request.audience().isEmpty()
                    || request.profession() != null && request.audience().contains(request.profession())
            ? no()
            : says(new EnrolmentRefused.OutsideAudience());

    static final Rule A_SEAT_OR_A_WAITING_LIST =
            request -> request.full() && !request.waitingList() ? says(new EnrolmentRefused.Full()) : no();

    static final List<Rule> RULES = List.of(
            EDITION_IS_PUBLISHED,
            ONE_ENROLMENT_A_PERSON,
            ENROLMENT_HAS_BEGUN,
            ENROLMENT_IS_OPEN,
            PERSON_IS_OF_THE_AUDIENCE,
            A_SEAT_OR_A_WAITING_LIST);

    private EnrolmentPolicy() {}

    /** The first refusal; empty when the person may enrol. */
    static Optional<EnrolmentRefused> refusal(Request request) {
        return RULES.stream().flatMap(rule -> rule.refusal(request).stream()).findFirst();
    }

    static void check(Request request) {
        refusal(request).ifPresent(refused -> {
            throw refused;
        });
    }

    /** Who stands at the door once it has started is put on the list by staff, until the edition is archived. */
    static boolean isWalkIn(boolean onBehalf, EditionState state, Instant startsAt, Instant now) {
        boolean canBeHeld = state == EditionState.OPEN || state == EditionState.CLOSED || state == EditionState.HELD;
        return onBehalf && canBeHeld && !now.isBefore(startsAt);
    }

    /** The same answer as the rules give, for a state that changed since they were asked. */
    static void requireOpen(EditionState state) {
        if (state == EditionState.PUBLISHED) {
            throw new EnrolmentRefused.NotOpenYet();
        }
        if (!state.isTaken()) {
            throw new EnrolmentRefused.NotPublished();
        }
        if (state != EditionState.OPEN) {
            throw new EnrolmentRefused.Closed();
        }
    }

    private static Optional<EnrolmentRefused> no() {
        return Optional.empty();
    }

    private static Optional<EnrolmentRefused> says(EnrolmentRefused refusal) {
        return Optional.of(refusal);
    }
}
