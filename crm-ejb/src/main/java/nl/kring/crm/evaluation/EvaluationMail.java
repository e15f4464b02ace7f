package nl.kring.crm.evaluation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.communication.template.OwnTexts;
import nl.kring.crm.platform.Settings;

/** The mails that ask what somebody thought of a course, and ask once more. */
final class EvaluationMail {

    static final String ASKED = "evaluation-asked";
    static final String REMINDED = "evaluation-reminded";

    private static final String PAGE = "/evaluation/answer-evaluation.xhtml?token=";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private EvaluationMail() {}

    static OutgoingMail of(String kind, Recipient recipient, String token, OwnTexts texts) {
        MailText text = texts.write(EvaluationMail.class, kind, recipient.language(), values(recipient, token));
        return new OutgoingMail(
                        recipient.organisation(),
                        recipient.person(),
                        kind,
                        recipient.email(),
                        text.subject(),
                        text.body(),
                        null,
                        null)
                .forReceiverOnly();
    }

    static String address(String token) {
        return Settings.baseUrl() + PAGE + token;
    }

    /** What can be filled in, by the codes that {@link EvaluationForms} names. */
    private static Map<String, String> values(Recipient recipient, String token) {
        return Map.of(
                "name", recipient.name(),
                "title", recipient.title(),
                "organiser", recipient.organiser(),
                "due", DAY.format(recipient.dueOn()),
                "link", address(token));
    }

    /** Somebody who is asked, and about what. */
    record Recipient(
            Long invitation,
            Long person,
            String name,
            String email,
            String language,
            String title,
            Long organisation,
            String organiser,
            LocalDate dueOn) {}
}
