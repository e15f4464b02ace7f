package nl.kring.crm.agenda.warning;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * Another edition that the same people might go to.
 *
 * @param startsAt when its session of that day starts
 * @param atOnce whether it is held at the same time, not just the same day
 * @param professions who is meant by both; none when both are for everybody
 */
public record Coincidence(
        UUID edition,
        String title,
        String organiser,
        String place,
        Instant startsAt,
        Instant endsAt,
        boolean atOnce,
        List<Profession> professions)
        implements Serializable {}
