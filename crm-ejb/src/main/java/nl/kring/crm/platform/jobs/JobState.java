package nl.kring.crm.platform.jobs;

/** Where a job stands. */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
