package nl.kring.crm.enrolment;

import java.io.Serializable;
import nl.kring.crm.registry.Profession;

/** Seats that a practice holds for people of a profession whom it names later. */
public record HeldSeats(String practice, Profession profession, long seats) implements Serializable {}
