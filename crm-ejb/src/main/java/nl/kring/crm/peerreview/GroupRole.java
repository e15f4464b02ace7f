package nl.kring.crm.peerreview;

/** What somebody is in a group; the consultant is the EKC, who records its meetings. */
public enum GroupRole {
    MEMBER,
    CONSULTANT
}
