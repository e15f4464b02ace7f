package nl.kring.crm.communication;

/**
 * A mail to be put in the outbox.
 *
 * @param organisationId for whom it is sent; its staff may read it back
 * @param personId the person of the register that it is about, or null
 * @param kind what it tells, like {@code enrolment-confirmed}
 * @param calendar an iCalendar text to go along, or null
 * @param calendarMethod REQUEST or CANCEL, with a calendar text
 * @param dropped an iCalendar text that takes out of calendars what is no longer, besides the first, or null
 * @param unsubscribe the address to which a mail program can say that no more is wanted, or null
 * @param answersToTeam whether who answers it writes to the organisation's {@link ReplyAddresses reply address}
 * @param secret whether whoever reads it can do what only its receiver may: then nobody else reads it, and its links are forgotten
 *     once it is gone
 */
public record OutgoingMail(
        Long organisationId,
        Long personId,
        String kind,
        String recipient,
        String subject,
        String body,
        String calendar,
        String calendarMethod,
        String dropped,
        boolean answersToTeam,
        String unsubscribe,
        boolean secret) {

    /** Of which nobody says that he or she wants no more. */
    public OutgoingMail(
            Long organisationId,
            Long personId,
            String kind,
            String recipient,
            String subject,
            String body,
            String calendar,
            String calendarMethod,
            String dropped,
            boolean answersToTeam) {
        this(
                organisationId,
                personId,
                kind,
                recipient,
                subject,
                body,
                calendar,
                calendarMethod,
                dropped,
                answersToTeam,
                null,
                false);
    }

    /** About a course: answers go to the team. */
    public OutgoingMail(
            Long organisationId,
            Long personId,
            String kind,
            String recipient,
            String subject,
            String body,
            String calendar,
            String calendarMethod,
            String dropped) {
        this(organisationId, personId, kind, recipient, subject, body, calendar, calendarMethod, dropped, true);
    }

    /** About a course, with nothing that is no longer. */
    public OutgoingMail(
            Long organisationId,
            Long personId,
            String kind,
            String recipient,
            String subject,
            String body,
            String calendar,
            String calendarMethod) {
        this(organisationId, personId, kind, recipient, subject, body, calendar, calendarMethod, null);
    }

    /** The same about something else than a course: answers go to the sender. */
    public OutgoingMail answeredToSender() {
        return with(false, unsubscribe, secret);
    }

    /** The same, one of many: a mail program can say there that no more is wanted. Null for nowhere. */
    public OutgoingMail stoppedAt(String address) {
        return with(answersToTeam, address, secret);
    }

    /** The same, for nobody but its receiver. */
    public OutgoingMail forReceiverOnly() {
        return with(answersToTeam, unsubscribe, true);
    }

    private OutgoingMail with(boolean toTeam, String stoppedAt, boolean forReceiver) {
        return new OutgoingMail(
                organisationId,
                personId,
                kind,
                recipient,
                subject,
                body,
                calendar,
                calendarMethod,
                dropped,
                toTeam,
                stoppedAt,
                forReceiver);
    }
}
