package nl.kring.crm.agenda;

/**
 * How far an edition is in its life. Which move leads from where to where is {@link EditionMove}; whether it is full is no
 * state but follows from its seats.
 */
public enum EditionState {
    /** Seen by its organisers alone. */
    CONCEPT,
    /** In the agenda of everybody; nobody can enrol yet. */
    PUBLISHED,
    /** Anybody of the audience can enrol. */
    OPEN,
    /** In the agenda; nobody can enrol any more. */
    CLOSED,
    /** It took place. */
    HELD,
    /** All that had to be done afterwards is done. */
    ARCHIVED,
    /** It was not held. */
    CANCELLED;

    /** Whether it stands in the agenda and is still to come, as far as its state tells. */
    public boolean isAnnounced() {
        return this == PUBLISHED || this == OPEN || this == CLOSED;
    }

    /** Whether it is, or was, held as announced: neither still being made nor called off. */
    public boolean isTaken() {
        return isAnnounced() || this == HELD || this == ARCHIVED;
    }
}
