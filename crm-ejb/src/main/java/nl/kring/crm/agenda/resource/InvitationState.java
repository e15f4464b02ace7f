package nl.kring.crm.agenda.resource;

/** How far the question to a teacher is. */
public enum InvitationState {
    /** Waits for an answer; also when what was said yes to has other times or another place since. */
    ASKED,
    COMING,
    NOT_COMING,
    /** Too late to answer by the link. */
    EXPIRED,
    /** Nothing is asked any more: given back, cancelled, over, or asked anew with another link. */
    WITHDRAWN
}
