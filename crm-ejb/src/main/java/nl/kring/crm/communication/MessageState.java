package nl.kring.crm.communication;

/** How far a message is. REFUSED was taken by no server and is never tried again; SHOWN stands for a message that is kept for the screen and never leaves. */
public enum MessageState {
    PENDING,
    SENT,
    SHOWN,
    FAILED,
    REFUSED
}
