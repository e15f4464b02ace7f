package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.kring.crm.intake.matching.BandShift;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Model;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.JobWork;

/** Learns a model from the rows that are there, and compares it with the one in use. For the job runner. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ModelWork implements JobWork {

    static final String KIND = "matching-model";
    private static final int STEPS = 3;

    @Inject
    private ModelDesk desk;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID subject, JobProgress progress) {
        boolean ended = false;
        try {
            int step = 0;
            progress.at(step, STEPS);
            ModelDesk.Task task = desk.start(subject);
            progress.at(++step, STEPS);
            Matching matching = new Matching(task.inUse());
            Model learned =
                    Model.of(matching.learn(task.claims(), task.version()).text()); // as it will be read again
            progress.at(++step, STEPS);
            BandShift shift = matching.shift(task.claims(), learned);
            desk.finish(subject, task, learned, shift);
            progress.at(++step, STEPS);
            ended = true;
        } finally {
            if (!ended) {
                desk.fail(subject);
            }
        }
    }
}
