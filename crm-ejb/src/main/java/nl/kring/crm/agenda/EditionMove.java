package nl.kring.crm.agenda;

import static nl.kring.crm.agenda.EditionState.ARCHIVED;
import static nl.kring.crm.agenda.EditionState.CANCELLED;
import static nl.kring.crm.agenda.EditionState.CLOSED;
import static nl.kring.crm.agenda.EditionState.CONCEPT;
import static nl.kring.crm.agenda.EditionState.HELD;
import static nl.kring.crm.agenda.EditionState.OPEN;
import static nl.kring.crm.agenda.EditionState.PUBLISHED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A step in the life of an edition: from which states, to which one, and what must be so besides. The whole table, with
 * what is refused and why, stands in docs/domain.md.
 */
public enum EditionMove {
    /** Into the agenda, without enrolling yet. */
    PUBLISH("published", PUBLISHED, CONCEPT),
    /** Enrolling begins, or begins again. */
    OPEN_ENROLMENT("opened", OPEN, CONCEPT, PUBLISHED, CLOSED),
    /** Enrolling ends before its time. */
    CLOSE_ENROLMENT("closed", CLOSED, OPEN),
    /** Out of the agenda, as if it had never been there. */
    WITHDRAW("withdrawn", CONCEPT, PUBLISHED, OPEN, CLOSED),
    /** It took place. */
    HOLD("held", HELD, PUBLISHED, OPEN, CLOSED),
    /** All is done. */
    ARCHIVE("archived", ARCHIVED, HELD),
    /** Something was not done after all. */
    REOPEN("reopened", HELD, ARCHIVED),
    /** It will not be held. */
    CANCEL("cancelled", CANCELLED, CONCEPT, PUBLISHED, OPEN, CLOSED);

    /**
     * What a move looks at.
     *
     * @param enrolments somebody has, or waits for, a seat
     * @param finished nothing is left to be done of the matters beside the state
     */
    record Now(
            EditionState state, Instant enrolUntil, Instant endsAt, boolean enrolments, boolean finished, Instant at) {

        static Now of(Edition edition, SeatCount seats, Instant at) {
            return new Now(
                    edition.getState(),
                    edition.getEnrolUntil(),
                    edition.getEndsAt(),
                    seats.getTaken() > 0 || seats.getLastPlace() > 0,
                    edition.progress().isFinished(),
                    at);
        }
    }

    private final String done;
    private final EditionState to;
    private final Set<EditionState> from;

    EditionMove(String done, EditionState to, EditionState first, EditionState... others) {
        this.done = done;
        this.to = to;
        this.from = EnumSet.of(first, others);
    }

    EditionState to() {
        return to;
    }

    /** Whether the organiser alone takes it, and none of those who organise it too. */
    boolean isOfOrganiser() {
        return this == ARCHIVE || this == REOPEN || this == CANCEL;
    }

    /** Past tense, for the audit trail. */
    String done() {
        return done;
    }

    /** The code of the reason why it cannot be done now, or null when it can. */
    String refusal(Now now) {
        if (!from.contains(now.state())) {
            return now.state() == to ? "agenda-edition-is-so-already" : because(now.state());
        }
        boolean over = !now.at().isBefore(now.endsAt());
        return switch (this) {
            case PUBLISH -> over ? "agenda-edition-over" : null;
            case OPEN_ENROLMENT ->
                over
                        ? "agenda-edition-over"
                        : now.enrolUntil() != null && !now.at().isBefore(now.enrolUntil())
                                ? "agenda-edition-enrol-until-past"
                                : null;
            case CANCEL -> over ? "agenda-edition-over" : null;
            case WITHDRAW -> now.enrolments() ? "agenda-edition-has-enrolments" : null;
            case HOLD -> over ? null : "agenda-edition-not-over";
            case ARCHIVE -> now.finished() ? null : "agenda-edition-not-finished";
            case CLOSE_ENROLMENT, REOPEN -> null;
        };
    }

    /** What the state of an edition keeps from being done, as a code. */
    static String because(EditionState state) {
        return switch (state) {
            case CONCEPT -> "agenda-edition-state-concept";
            case PUBLISHED -> "agenda-edition-state-published";
            case OPEN -> "agenda-edition-state-open";
            case CLOSED -> "agenda-edition-state-closed";
            case HELD -> "agenda-edition-state-held";
            case ARCHIVED -> "agenda-edition-state-archived";
            case CANCELLED -> "agenda-edition-state-cancelled";
        };
    }
}
