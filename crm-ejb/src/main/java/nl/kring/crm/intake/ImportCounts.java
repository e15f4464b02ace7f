package nl.kring.crm.intake;

/** What a run came to, in rows. */
record ImportCounts(int read, int invalid, int unchanged, int linked, int created) {}
