package nl.kring.crm.intake;

/** What became of the rows of a file: each stands in one of these, or was changed. */
record ImportCounts(int read, int invalid, int unchanged, int linked, int queued, int created) {}
