package nl.kring.crm.api.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.intake.ImportProblem;
import nl.kring.crm.intake.ImportRun;
import nl.kring.crm.texts.Texts;

/**
 * A run as the API tells it.
 *
 * @param rowsVanished rows of earlier deliveries that are not in this one
 * @param vanishingHeld true when so many are missing that nothing follows until somebody confirms
 * @param failure why the file could not be brought in, in Dutch; null when it could
 */
public record ImportReport(
        String state,
        String register,
        String mode,
        int rowsRead,
        int rowsInvalid,
        int rowsUnchanged,
        int rowsChanged,
        int linkedAutomatically,
        int queuedForReview,
        int created,
        int rowsVanished,
        int rowsReturned,
        int merged,
        boolean vanishingHeld,
        Instant startedAt,
        Instant finishedAt,
        String failureCode,
        String failure,
        List<Problem> problems) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    /**
     * What was wrong with a row or a value.
     *
     * @param row as a spreadsheet counts: the first row of the file is 1
     * @param refused true when the row was kept out
     * @param message in Dutch
     */
    public record Problem(
            int row, String sourceKey, String column, String value, String code, boolean refused, String message) {}

    static ImportReport of(ImportRun run, List<ImportProblem> problems) {
        String failure = run.getFailure() == null
                ? null
                : Texts.of(
                        DUTCH,
                        "refusal." + run.getFailure(),
                        run.getFailureArguments().toArray());
        return new ImportReport(
                run.getState().name(),
                run.getRegister().getCode(),
                run.getMode().name().toLowerCase(Locale.ROOT),
                run.getRowsRead(),
                run.getRowsInvalid(),
                run.getRowsUnchanged(),
                run.getRowsChanged(),
                run.getLinkedAutomatically(),
                run.getQueuedForReview(),
                run.getCreated(),
                run.getRowsVanished(),
                run.getRowsReturned(),
                run.getMerged(),
                run.isVanishingHeld(),
                run.getStartedAt(),
                run.getFinishedAt(),
                run.getFailure(),
                failure,
                problems.stream().map(ImportReport::problem).toList());
    }

    private static Problem problem(ImportProblem problem) {
        return new Problem(
                problem.getRowNumber(),
                problem.getSourceKey(),
                problem.getColumnName(),
                problem.getValue(),
                problem.getCode(),
                problem.isRefused(),
                Texts.of(DUTCH, "intake.problem." + problem.getCode()));
    }
}
