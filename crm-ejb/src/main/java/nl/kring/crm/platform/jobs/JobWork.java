package nl.kring.crm.platform.jobs;

import java.util.UUID;

/** Work that a component does as a job. It must be repeatable: after a crash it is started again from its beginning. */
public interface JobWork {

    /** The name under which the work is queued. */
    String kind();

    /**
     * Does the work, in transactions of its own.
     *
     * @param subject what the work is about, as given when it was queued
     * @param progress to be told how far it is, and to be asked whether it should stop
     */
    void run(UUID subject, JobProgress progress);
}
