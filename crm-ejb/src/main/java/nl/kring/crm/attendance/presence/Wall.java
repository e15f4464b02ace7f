package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Instant;

/**
 * What somebody reads who scanned the code on the wall.
 *
 * @param open whether he or she can say now to be there: from two hours before until an hour after the session
 */
public record Wall(String title, String sessionTitle, Instant startsAt, Instant endsAt, boolean open)
        implements Serializable {}
