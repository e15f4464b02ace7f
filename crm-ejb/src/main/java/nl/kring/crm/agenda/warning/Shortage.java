package nl.kring.crm.agenda.warning;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * An edition that starts soon with fewer participants than it needs.
 *
 * @param taken how many have a seat
 * @param fewest how many it needs
 */
public record Shortage(UUID edition, String title, Instant startsAt, int taken, int fewest) implements Serializable {}
