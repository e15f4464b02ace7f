package nl.kring.crm.platform.jobs;

/** The line between running work and those who wait for it. */
public interface JobProgress {

    /** Tells how far the work is; also the heartbeat that keeps the lease. */
    void at(int done, int total);

    /** True when somebody asked the work to stop; it then leaves nothing half done and returns. */
    boolean cancelled();
}
