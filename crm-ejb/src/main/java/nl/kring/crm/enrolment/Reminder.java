package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;

/**
 * When those who come to an edition are reminded.
 *
 * @param days how many days before it begins; null for not at all
 * @param own whether that was said of this edition; else it is its organiser's habit
 * @param at the moment at which they are, or null
 * @param sentAt when they were, for the time at which it begins now; null when they were not yet
 */
public record Reminder(Integer days, boolean own, Instant at, Instant sentAt) implements Serializable {}
