package nl.kring.crm.communication.mailing;

/** Whether somebody of a selection gets the mail, and else why not. */
public enum Outcome {
    MAIL,
    SAME_ADDRESS,
    NO_ADDRESS,
    ENROLLED,
    WAITING,
    ELSEWHERE,
    OPTED_OUT,
    BOUNCED,
    INVITED
}
