package nl.kring.crm.intake;

/**
 * What became of the rows of a file: each stands in one of these, or was changed.
 *
 * @param vanished rows of earlier deliveries that are not in this one
 * @param returned rows that an earlier delivery missed
 * @param merged persons that turned out to be one
 * @param held true when so many vanished that nothing follows from it until somebody confirms
 */
record ImportCounts(
        int read,
        int invalid,
        int unchanged,
        int linked,
        int queued,
        int created,
        int vanished,
        int returned,
        int merged,
        boolean held) {}
