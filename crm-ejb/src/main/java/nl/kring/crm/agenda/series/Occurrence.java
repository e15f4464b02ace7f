package nl.kring.crm.agenda.series;

import java.io.Serializable;
import java.time.LocalDateTime;

/**
 * One session that a pattern would bring.
 *
 * @param startsAt by the clock on the wall
 * @param holiday what is celebrated that day, or null
 * @param clash what is taken then, or null
 * @param kept whether it stays, by what the pattern says
 */
public record Occurrence(LocalDateTime startsAt, LocalDateTime endsAt, String holiday, String clash, boolean kept)
        implements Serializable {}
