package nl.kring.crm.enrolment;

/** Why somebody who waits has no seat yet. */
public enum WaitingReason {
    /** All seats are taken. */
    FULL,
    /** Until a moment seats are for members of the organisers. */
    MEMBERS_FIRST,
    /** Free seats are kept for others. */
    KEPT_FOR_OTHERS,
    /** There are as many as may come of these people. */
    LIMIT_REACHED,
    /** He or she has a seat when the same course is held another time. */
    SEAT_IN_REPEAT,
    /** Seats are given by lot, and the draw is to come. */
    DRAW,
    /** Nothing stands in the way; the seat is on its way. */
    NEXT
}
