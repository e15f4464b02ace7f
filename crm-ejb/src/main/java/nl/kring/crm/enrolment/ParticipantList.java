package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who comes to an edition, by name; for whom a seat is held; who waits, in order; of whom staff still decide. */
public record ParticipantList(
        UUID editionUuid,
        String title,
        Instant startsAt,
        int capacity,
        boolean open,
        List<Participant> confirmed,
        List<Participant> offered,
        List<Participant> waiting,
        List<Participant> requested)
        implements Serializable {}
