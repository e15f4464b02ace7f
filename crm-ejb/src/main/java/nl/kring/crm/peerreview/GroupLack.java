package nl.kring.crm.peerreview;

/** What a group is short of in a year. */
public enum GroupLack {
    MEMBERS,
    CONSULTANT,
    PLAN,
    MEETINGS,
    HOURS
}
