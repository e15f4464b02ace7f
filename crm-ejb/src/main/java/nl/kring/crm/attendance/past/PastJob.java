package nl.kring.crm.attendance.past;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.JobWork;

/** Rehearses a file of the past, takes it over or takes it back, as its state says. For the job runner. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PastJob implements JobWork {

    static final String KIND = "past";

    @Inject
    private PastDesk desk;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID subject, JobProgress progress) {
        try {
            switch (desk.work(subject)) {
                case REHEARSING -> rehearse(subject, progress);
                case APPLYING -> desk.apply(subject);
                case REVERTING -> desk.revert(subject);
                default -> {
                    // it was done before the last runner died
                }
            }
        } catch (RuntimeException failure) { // the page must not say for ever that it is busy
            desk.failed(subject);
            throw failure;
        }
    }

    private void rehearse(UUID subject, JobProgress progress) {
        int all = desk.beginReading(subject);
        int last = desk.read(subject, 0);
        while (last > 0) {
            progress.at(Math.min(last, all), all + all / 5 + 1);
            last = desk.read(subject, last);
        }
        desk.rehearsed(subject);
    }
}
