package nl.kring.crm.enrolment;

/** What a mail about an enrolment tells. The code names its template and stands with the message. */
enum MailKind {
    CONFIRMED("enrolment-confirmed"),
    WAITLISTED("enrolment-waitlisted"),
    REQUESTED("enrolment-requested"),
    DRAW("enrolment-draw"),
    PROMOTED("enrolment-promoted"),
    OFFERED("enrolment-offered"),
    OFFER_EXPIRED("enrolment-offer-expired"),
    REPLACED("enrolment-replaced"),
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
