package nl.kring.crm.platform.jobs;

/** A job was queued; after the commit a runner looks at once instead of at its next round. */
record JobQueued() {}
