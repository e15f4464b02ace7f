package nl.kring.crm.intake;

import java.time.Instant;
import java.util.List;

/**
 * How the columns of a register read at some time.
 *
 * @param madeBy null when it was there from the start
 * @param lines a line for each column: header, field, and what was decided of it
 */
public record MappingVersion(int number, Instant madeAt, String madeBy, List<String> lines) {}
