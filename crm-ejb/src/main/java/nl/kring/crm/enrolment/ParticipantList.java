package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who comes to an edition, by name, and who waits, in order. */
public record ParticipantList(
        UUID editionUuid,
        String title,
        Instant startsAt,
        int capacity,
        boolean open,
        List<Participant> confirmed,
        List<Participant> waiting)
        implements Serializable {}
