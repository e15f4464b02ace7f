package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.intake.file.RawRow;
import nl.kring.crm.intake.file.RegisterFile;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.JobWork;

/** A run as a job: read and check the rows, then write all of them in one transaction or none. For the job runner. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWork implements JobWork {

    static final String KIND = "import";
    private static final int ROWS_BETWEEN_LOOKS = 250;
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    @Inject
    private ImportDesk desk;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID subject, JobProgress progress) {
        boolean ended = false;
        try {
            ImportDesk.Task task = desk.start(subject);
            RegisterFile file = RegisterFile.open(task.content(), task.mapping().format());
            desk.finish(task, read(task, file, progress), progress);
            ended = true;
        } catch (ImportCancelledException stopped) {
            desk.cancel(subject);
            ended = true;
        } catch (BusinessException refusal) {
            desk.refuse(subject, refusal);
            ended = true;
        } finally {
            if (!ended) {
                desk.fail(subject);
            }
        }
    }

    private ImportDesk.Rows read(ImportDesk.Task task, RegisterFile file, JobProgress progress) {
        RegisterMapping mapping = task.mapping().completedFor(file.headers());
        RowReader reader = new RowReader(mapping, file, LocalDate.now(clock));
        RowChecks checks = new RowChecks();
        List<TypedRow> kept = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        int read = 0;
        int refused = 0;
        long reported = System.nanoTime();
        for (RawRow raw : file.rows()) {
            TypedRow row = reader.read(raw);
            Optional<RowProblem> refusal = checks.refusal(row, mapping.format().keyColumn());
            if (refusal.isPresent()) {
                problems.add(refusal.get());
                refused++;
            } else {
                problems.addAll(row.problems());
                kept.add(row);
            }
            if (++read % ROWS_BETWEEN_LOOKS == 0 && System.nanoTime() - reported > BETWEEN_REPORTS.toNanos()) {
                report(progress, read, file.rows().size());
                desk.readSoFar(task.runUuid(), read, refused);
                reported = System.nanoTime();
            }
        }
        report(progress, read, read);
        desk.readSoFar(task.runUuid(), read, refused);
        return new ImportDesk.Rows(mapping, kept, problems, read, refused);
    }

    static void report(JobProgress progress, int done, int total) {
        progress.at(done, total);
        if (progress.cancelled()) {
            throw new ImportCancelledException();
        }
    }
}
