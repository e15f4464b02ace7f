package nl.kring.crm.agenda;

import java.util.List;

/**
 * An edition that stands in the agenda starts or ends at another time, or is held elsewhere; fired in the transaction of the
 * change, with the row of its seats locked.
 *
 * @param location where it would have been held
 * @param sessions when it would have been held
 * @param note what its organiser wants to say of it, or null
 */
public record EditionMoved(Long editionId, String location, String place, List<PlannedSession> sessions, String note) {}
