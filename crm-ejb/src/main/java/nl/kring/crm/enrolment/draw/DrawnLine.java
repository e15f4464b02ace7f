package nl.kring.crm.enrolment.draw;

import java.io.Serializable;
import java.util.UUID;

/**
 * One who took part, by number.
 *
 * @param position the place in the order, from 1
 * @param ticket the number: that of the enrolment, which only the participant and the organiser can tell a name by
 * @param lot by what it was ordered, in hexadecimal digits
 * @param waiting the place on the waiting list, from 1; null for who got a seat
 */
public record DrawnLine(int position, UUID ticket, String lot, Integer waiting) implements Serializable {}
