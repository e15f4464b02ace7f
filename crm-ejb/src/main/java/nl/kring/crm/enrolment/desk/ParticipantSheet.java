package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.ParticipantList;

/**
 * The sheet of an edition: who comes, waits or has asked, with what staff keep of each.
 *
 * @param started whether it has begun, so that only walk-ins can be added
 * @param archived whether nothing can be added any more
 * @param asksDiet whether the course asks what somebody eats
 */
public record ParticipantSheet(
        ParticipantList list, Map<UUID, SheetDetails> details, boolean started, boolean archived, boolean asksDiet)
        implements Serializable {}
