package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
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
    private static final Logger LOG = Logger.getLogger(ImportWork.class.getName());
    private static final int ROWS_AT_ONCE = 2000;

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
        Phases phases = new Phases();
        boolean ended = false;
        try {
            ImportDesk.Task task = desk.start(subject);
            ImportSteps steps = new ImportSteps(progress);
            ImportDesk.Rows rows = phases.time("read", () -> read(task, phases, steps));
            phases.time("finish", () -> desk.finish(task, rows, phases, steps));
            ended = true;
            LOG.info(() -> "import " + subject + ": " + rows.read() + " rows: " + phases);
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

    private ImportDesk.Rows read(ImportDesk.Task task, Phases phases, ImportSteps steps) {
        RegisterFile file = phases.time(
                "open", () -> RegisterFile.open(task.content(), task.mapping().format()));
        RegisterMapping mapping = task.mapping().completedFor(file.headers());
        RowReader reader = new RowReader(mapping, file.headers(), file.dates1904(), LocalDate.now(clock));
        RowChecks checks = new RowChecks(file.columns());
        Set<String> refusedKeys = new HashSet<>();
        List<TypedRow> kept = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        int read = 0;
        int refused = 0;
        for (RawRow raw : file.rows()) {
            TypedRow row = reader.read(raw);
            Optional<RowProblem> refusal = checks.refusal(row, mapping.format().keyColumn());
            if (refusal.isPresent()) {
                problems.add(refusal.get());
                refusedKeys.add(row.key());
                refused++;
            } else {
                problems.addAll(row.problems());
                kept.add(row);
            }
            if (++read % ROWS_AT_ONCE == 0) {
                put(task, kept, problems, read, refused, phases);
                steps.read(read, Math.max(read, file.rowsAbout()));
            }
        }
        put(task, kept, problems, read, refused, phases);
        steps.read(1, 1);
        return new ImportDesk.Rows(mapping, read, read - refused, refusedKeys);
    }

    private void put(
            ImportDesk.Task task,
            List<TypedRow> kept,
            List<RowProblem> problems,
            int read,
            int refused,
            Phases phases) {
        phases.time("put", () -> desk.put(task.runUuid(), kept, problems, read, refused));
        kept.clear();
        problems.clear();
    }
}
