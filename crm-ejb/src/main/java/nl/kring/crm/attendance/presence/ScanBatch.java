package nl.kring.crm.attendance.presence;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Scans that a device sends at once, perhaps long after they were made.
 *
 * @param device what the device calls itself, 64 characters at most
 * @param sentAt what the clock of the device says at the moment of sending; how far it is off follows from it
 */
public record ScanBatch(String device, Instant sentAt, List<Scan> scans) implements Serializable {

    public static final int MOST = 500;
}
