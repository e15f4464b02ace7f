package nl.kring.crm.agenda.resource;

/**
 * How firmly a session has something: held until a moment, for good, or although somebody else has it, which somebody said
 * with a reason. What was released is kept to be read.
 */
public enum BookingState {
    HELD,
    CONFIRMED,
    OVERRIDDEN,
    RELEASED
}
