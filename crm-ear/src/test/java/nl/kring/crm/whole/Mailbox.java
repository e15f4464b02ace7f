package nl.kring.crm.whole;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the real mail server has received. */
final class Mailbox {

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
