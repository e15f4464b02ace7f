package nl.kring.crm.registry;

/** By what one of several values of a field is preferred. */
public enum Criterion {
    /** What the steward of the person says. */
    STEWARD,
    /** What the most trusted register says. */
    RANK,
    /** What was said or delivered last. */
    NEWEST,
    /** What most organisations say. */
    AGREED
}
