package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.util.UUID;

/**
 * How many would come to a course.
 *
 * @param edition its last one, by which it is found
 * @param waiting who was not told yet that one can enrol
 * @param told who was
 */
public record Demand(UUID edition, String title, int waiting, int told) implements Serializable {}
