/**
 * Long work that outlives a request: queued in a table, taken by one runner of one node at a time, with a lease, a
 * heartbeat, progress and a cancel flag. A job whose runner died is taken again when its lease ends.
 *
 * <p>It does not know what the work is; a component offers it as a {@link nl.kring.crm.platform.jobs.JobWork}.
 */
package nl.kring.crm.platform.jobs;
