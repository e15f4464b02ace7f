package nl.kring.crm.enrolment.draw;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What everybody may see of the draw of an edition.
 *
 * @param log null before the draw was held
 */
public record PublishedDraw(UUID edition, String title, Instant startsAt, DrawWindow window, DrawLog log)
        implements Serializable {}
