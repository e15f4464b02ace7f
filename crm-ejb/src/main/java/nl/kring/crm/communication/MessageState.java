package nl.kring.crm.communication;

/** How far a message is. SHOWN stands for a message that is kept for the screen and never leaves. */
public enum MessageState {
    PENDING,
    SENT,
    SHOWN,
    FAILED
}
