package nl.kring.crm.communication;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Turns a message of the outbox into a mail and hands it to the server. */
final class MailWriter {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    /** How long a mail server may take for one step before the message is tried again later. */
    private static final String PATIENCE_MILLIS = "20000";

    private MailWriter() {}

    /**
     * Sends it.
     *
     * @param replyTo where answers go; null means to the sender
     */
    static void send(Session session, Message message, String replyTo) throws MessagingException {
        for (String wait : List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout")) {
            session.getProperties().putIfAbsent(wait, PATIENCE_MILLIS);
        }
        MimeMessage mail = new FixedIdMail(session, message.getMessageId());
        mail.setFrom();
        mail.setRecipients(MimeMessage.RecipientType.TO, InternetAddress.parse(message.getRecipient(), true));
        if (replyTo != null) {
            mail.setReplyTo(InternetAddress.parse(replyTo, true));
        }
        mail.setSubject(message.getSubject(), "UTF-8");
        mail.setHeader("Date", WHEN.format(message.getCreatedAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.getUnsubscribe() != null) { // RFC 2369 and RFC 8058: a mail program stops it with one click
            mail.setHeader("List-Unsubscribe", "<" + message.getUnsubscribe() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (message.getCalendar() == null) {
            mail.setText(message.getBody(), "UTF-8");
        } else {
            mail.setContent(withCalendar(message));
        }
        Transport.send(mail);
    }

    private static MimeMultipart withCalendar(Message message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.getBody(), "UTF-8");
        MimeMultipart all = new MimeMultipart("mixed", text);
        all.addBodyPart(calendar(message.getCalendar(), message.getCalendarMethod(), "nascholing.ics"));
        if (message.getDropped() != null) {
            all.addBodyPart(calendar(message.getDropped(), "CANCEL", "vervallen.ics"));
        }
        return all;
    }

    private static MimeBodyPart calendar(String content, String method, String name) throws MessagingException {
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setText(content, "UTF-8", "calendar");
        calendar.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + method);
        calendar.setFileName(name);
        calendar.setDisposition(MimeBodyPart.ATTACHMENT);
        return calendar;
    }

    /** A mail whose Message-ID is ours, so that a second delivery is recognised as the same. */
    private static final class FixedIdMail extends MimeMessage {

        private final String fixedId;

        private FixedIdMail(Session session, String fixedId) {
            super(session);
            this.fixedId = fixedId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", fixedId);
        }
    }
}
