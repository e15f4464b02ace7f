package nl.kring.crm.evaluation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.NotificationChoices;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.communication.template.OwnTexts;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.security.SecretText;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskInbox;
import nl.kring.crm.workbench.TaskSubject;

/** What leaves the component: mails to who is asked, and something to do for the organiser. */
@Dependent
class EvaluationOutside {

    @Inject
    private Messages messages;

    @Inject
    private MailTexts texts;

    @Inject
    private NotificationChoices choices;

    @Inject
    private TaskInbox tasks;

    @Inject
    private AuditTrail audit;

    /** Each gets a link of his or her own; one of an earlier mail goes on to be of use. */
    void mail(String kind, List<EvaluationMail.Recipient> recipients, EvaluationTable table) {
        for (EvaluationMail.Recipient recipient : recipients) {
            String token = SecretText.random();
            table.link(recipient.invitation(), Sha256.of(token));
            OwnTexts own = texts.inUse(recipient.organisation());
            messages.send(EvaluationMail.of(kind, recipient, token, own));
        }
    }

    /** Who wants no reminders gets none. */
    void remind(List<EvaluationMail.Recipient> recipients, EvaluationTable table) {
        Set<Long> without = choices.withoutReminders(
                recipients.stream().map(EvaluationMail.Recipient::person).toList());
        mail(
                EvaluationMail.REMINDED,
                recipients.stream()
                        .filter(each -> !without.contains(each.person()))
                        .toList(),
                table);
    }

    /** A mark that the organiser finds too low, of enough participants, is something to do. */
    void followUp(EvaluationTable.Closed closed, LocalDate until) {
        boolean low = closed.mark() != null
                && closed.answers() >= closed.least()
                && closed.mark().compareTo(closed.low()) < 0;
        if (low) {
            String mark = closed.mark()
                    .setScale(1, RoundingMode.HALF_UP)
                    .toPlainString()
                    .replace('.', ',');
            tasks.put(
                    closed.organisation(),
                    new NewTask(
                            "Lage evaluatie (" + mark + ", " + closed.answers() + " antwoorden) opvolgen: "
                                    + closed.title(),
                            until,
                            null,
                            TaskSubject.EDITION,
                            closed.edition()));
        }
        audit.record("evaluation.closed", closed.edition(), low ? "low mark" : null);
    }
}
