package nl.kring.crm.agenda.calendar;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * How many editions of one organisation have a session in a week.
 *
 * @param monday its first day
 * @param organisation code of the organiser
 * @param own whether that is the organisation that the caller acts for
 */
public record PlannedWeek(LocalDate monday, String organisation, int editions, boolean own) implements Serializable {}
