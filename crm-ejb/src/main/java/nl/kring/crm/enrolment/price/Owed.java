package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody owes for an enrolment, as those see it who may correct it.
 *
 * @param ended it is the fee for cancelling that is owed, not the price
 * @param corrections what was decided before, the last first
 */
public record Owed(
        UUID enrolment,
        UUID edition,
        String title,
        Instant startsAt,
        String participant,
        boolean ended,
        int cents,
        List<Correction> corrections)
        implements Serializable {}
