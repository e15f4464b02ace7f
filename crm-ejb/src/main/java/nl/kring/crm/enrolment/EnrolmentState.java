package nl.kring.crm.enrolment;

import java.util.EnumSet;
import java.util.Set;

/** How an enrolment stands; docs/domain.md holds the table of what may follow what. */
public enum EnrolmentState {
    /** Asked for, where staff decide; it has no seat yet. */
    REQUESTED,
    CONFIRMED,
    WAITLISTED,
    /** A seat is held for somebody who waited, until a moment. */
    OFFERED,
    CANCELLED,
    /** Somebody else came in his or her place. */
    REPLACED,
    ATTENDED,
    PARTIAL,
    NO_SHOW;

    /** Those that hold one of the seats. */
    public static final Set<EnrolmentState> SEATED = EnumSet.of(CONFIRMED, OFFERED, ATTENDED, PARTIAL, NO_SHOW);

    /** Those of somebody who comes, or came, or should have. */
    public static final Set<EnrolmentState> SURE = EnumSet.of(CONFIRMED, ATTENDED, PARTIAL, NO_SHOW);

    /** Those that are over: another enrolment of the same person at the same edition may stand beside them. */
    public static final Set<EnrolmentState> ENDED = EnumSet.of(CANCELLED, REPLACED);

    public boolean isSeated() {
        return SEATED.contains(this);
    }

    public boolean isEnded() {
        return ENDED.contains(this);
    }
}
