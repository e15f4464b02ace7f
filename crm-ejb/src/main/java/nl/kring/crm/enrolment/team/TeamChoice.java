package nl.kring.crm.enrolment.team;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A course at which somebody of the practice can be enrolled.
 *
 * @param free seats that are free
 * @param inCompany whether it is for the practice and a few others alone
 */
public record TeamChoice(
        UUID edition,
        String title,
        String organiser,
        Instant startsAt,
        Instant endsAt,
        String where,
        int free,
        boolean waitingList,
        boolean inCompany)
        implements Serializable {}
