package nl.kring.crm.communication.mailing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.JobWork;

/** Writes the mails of a mailing, some at a time; after a crash it goes on with who has none. For the job runner. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailingJob implements JobWork {

    static final String KIND = "mailing";
    private static final int AT_ONCE = 100;

    @Inject
    private MailingDesk desk;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID subject, JobProgress progress) {
        MailingDesk.Step step = desk.write(subject, AT_ONCE);
        while (step.more() && !progress.cancelled()) {
            progress.at(step.done(), step.all());
            step = desk.write(subject, AT_ONCE);
        }
        progress.at(step.done(), step.all());
    }
}
