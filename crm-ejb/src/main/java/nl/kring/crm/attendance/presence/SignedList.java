package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A list that was signed, as it was scanned and put up. */
public record SignedList(UUID uuid, UUID session, Instant startsAt, String fileName, Instant putAt, String by)
        implements Serializable {}
