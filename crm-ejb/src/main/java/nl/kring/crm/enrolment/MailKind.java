package nl.kring.crm.enrolment;

/** What a mail about an enrolment tells. The code names its template and stands with the message. */
enum MailKind {
    CONFIRMED("enrolment-confirmed"),
    WAITLISTED("enrolment-waitlisted"),
    OFFERED("enrolment-offered"),
    PROMOTED("enrolment-promoted"),
    REMINDER("enrolment-reminder"),
    CANCELLED("enrolment-cancelled"),
    EDITION_MOVED("edition-moved"),
    EDITION_CANCELLED("edition-cancelled");

    private final String code;

    MailKind(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
