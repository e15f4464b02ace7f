package nl.kring.crm.intake;

import nl.kring.crm.platform.jobs.JobProgress;

/**
 * How far an import is, of 100: reading is the first part of it, comparing and matching the second, writing the rest. How
 * much writing there is is not known beforehand; each piece of it takes a part of what is left, so that it never stands still
 * and never says that it is ready before it is.
 */
final class ImportSteps {

    private static final int ALL = 100;
    private static final int READ = 30;
    private static final int MATCHED = 45;
    private static final double PIECE = 0.06;

    private final JobProgress progress;
    private double now;

    ImportSteps(JobProgress progress) {
        this.progress = progress;
    }

    /**
     * Some rows were read.
     *
     * @throws ImportCancelledException somebody stopped it
     */
    void read(int rows, int about) {
        at((double) READ * rows / Math.max(1, about));
    }

    /** It is known what becomes of each row. */
    void matched() {
        at(MATCHED);
    }

    /** Something more was written. */
    void wrote() {
        at(now + (ALL - 1 - now) * PIECE);
    }

    private void at(double percent) {
        now = Math.max(now, percent);
        progress.at((int) now, ALL);
        if (progress.cancelled()) {
            throw new ImportCancelledException();
        }
    }
}
