package nl.kring.crm.communication;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server tells of a mail that it could not deliver (RFC 3464): of which one, and why. Only failures count; that a
 * mail is delayed or was delivered is no news.
 */
record DeliveryReport(String messageId, String why) {

    private static final Pattern ACTION = field("Action");
    private static final Pattern STATUS = field("Status");
    private static final Pattern DIAGNOSTIC = field("Diagnostic-Code");
    private static final int DEEPEST = 4;

    /** Empty when it is no report of a failure about a mail with a Message-ID. */
    static Optional<DeliveryReport> of(byte[] mail) {
        try {
            Reading reading = new Reading();
            reading.read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)), 0);
            return reading.messageId == null || reading.why == null
                    ? Optional.empty()
                    : Optional.of(new DeliveryReport(reading.messageId, reading.why));
        } catch (MessagingException | IOException noMail) {
            return Optional.empty();
        }
    }

    private static Pattern field(String name) {
        return Pattern.compile("(?im)^" + name + ":[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)");
    }

    private static final class Reading {

        private String messageId;
        private String why;

        private void read(Part part, int depth) throws MessagingException, IOException {
            String type = part.getContentType().toLowerCase(Locale.ROOT);
            if (type.startsWith("multipart/") && depth < DEEPEST) {
                Multipart parts =
                        new MimeMultipart(new ByteArrayDataSource(part.getInputStream(), part.getContentType()));
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart each = parts.getBodyPart(i);
                    read(each, depth + 1);
                }
            } else if (type.startsWith("message/delivery-status")) {
                why = failure(text(part)).orElse(why);
            } else if (depth > 0 && (type.startsWith("message/rfc822") || type.startsWith("text/rfc822-headers"))) {
                try (InputStream original = part.getInputStream()) {
                    messageId = new InternetHeaders(original).getHeader("Message-ID", null);
                }
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private static Optional<String> failure(String status) {
            if (!value(ACTION, status).filter("failed"::equalsIgnoreCase).isPresent()) {
                return Optional.empty();
            }
            return Optional.of((value(STATUS, status).orElse("") + " "
                            + value(DIAGNOSTIC, status).orElse(""))
                    .strip());
        }

        private static Optional<String> value(Pattern field, String text) {
            Matcher found = field.matcher(text);
            return found.find()
                    ? Optional.of(found.group(1).replaceAll("\\s+", " ").strip())
                    : Optional.empty();
        }
    }
}
