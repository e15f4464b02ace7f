package nl.kring.crm.attendance.closing;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An edition that is over and was not closed. */
public record ClosingDue(UUID edition, String title, Instant endedAt, int participants) implements Serializable {}
