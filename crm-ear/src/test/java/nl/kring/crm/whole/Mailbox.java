package nl.kring.crm.whole;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the real mail server has received. */
final class Mailbox {

    private static final int LOOKS = 150;

    private Mailbox() {}

    /** To whom whoever answers a mail to an address writes. */
    static List<String> answersTo(String recipient) throws MessagingException {
        List<String> answers = new ArrayList<>();
        for (MimeMessage mail : Surroundings.mail().getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().contains(recipient)) {
                answers.add(mail.getReplyTo()[0].toString());
            }
        }
        return answers;
    }

    /** What the first link of that kind says that an address is sent, in a mail with all those words; waits until it is there. */
    static String link(String recipient, Pattern kind, String... words) throws Exception {
        for (int i = 0; i < LOOKS; i++) {
            for (String mail : textsTo(recipient)) {
                Matcher link = kind.matcher(mail);
                if (Arrays.stream(words).allMatch(mail::contains) && link.find()) {
                    return link.group(1);
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("no mail with a link to " + recipient);
    }

    /** Everything that an address was sent: types and contents of all parts. */
    static List<String> textsTo(String recipient) throws MessagingException, IOException {
        List<String> texts = new ArrayList<>();
        for (MimeMessage mail : Surroundings.mail().getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().contains(recipient)) {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                if (mail.getContent() instanceof Multipart parts) {
                    for (int i = 0; i < parts.getCount(); i++) {
                        text.writeBytes(String.valueOf(parts.getBodyPart(i).getContentType())
                                .getBytes(StandardCharsets.UTF_8));
                        text.writeBytes(parts.getBodyPart(i).getInputStream().readAllBytes());
                    }
                } else {
                    text.writeBytes(mail.getInputStream().readAllBytes());
                }
                texts.add(text.toString(StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
