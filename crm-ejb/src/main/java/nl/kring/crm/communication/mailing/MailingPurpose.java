package nl.kring.crm.communication.mailing;

/** Why many get one text. What belongs to an enrolment cannot be stopped; the others can. */
public enum MailingPurpose {
    INVITATION("course-invitation"),
    PARTICIPANTS("participants-mailing"),
    SELECTION("selection-mailing");

    private final String kind;

    MailingPurpose(String kind) {
        this.kind = kind;
    }

    /** The code that stands with each of its messages, and names its text. */
    public String kind() {
        return kind;
    }

    /** Whether one can say that one wants no more of it. */
    public boolean canBeStopped() {
        return this != PARTICIPANTS;
    }
}
