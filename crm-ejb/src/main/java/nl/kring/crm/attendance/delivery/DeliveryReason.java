package nl.kring.crm.attendance.delivery;

/** Why a participant is where he or she is at a register. */
public enum DeliveryReason {
    // what stands in the way of all
    NOT_REQUESTED,
    PENDING,
    NOT_ON_DATE,
    NO_ID,
    NOT_ANNOUNCED,
    OTHER_DAY,
    // what stands in the way of one
    NO_NUMBER,
    NUMBER_FORMAT,
    SAME_NUMBER,
    REGISTRATION_OVER,
    // nothing to deliver
    NO_REGISTER,
    OTHER_REGISTER,
    SAID_NONE,
    ABSENT,
    /** At some sessions, of a course that its register counts as a whole. */
    PARTLY,
    REFUSED,
    // what was done
    ENTERED,
    SENT,
    /** Delivered, and afterwards found not to have been there. */
    WITHDRAW;

    /** Whether it is solved once for all participants, at the accreditation of the course. */
    public boolean isOfCourse() {
        return compareTo(OTHER_DAY) <= 0;
    }
}
