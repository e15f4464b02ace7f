package nl.kring.crm.agenda.venue;

/** How far an organisation is with a venue. */
public enum VenueState {
    REQUESTED,
    /** Kept for us until a day. */
    OPTION,
    CONFIRMED,
    /** The venue cannot. */
    DECLINED,
    /** We do not come. */
    CANCELLED;

    /** Whether the venue reckons with us, or may. */
    boolean isAlive() {
        return this == REQUESTED || this == OPTION || this == CONFIRMED;
    }
}
