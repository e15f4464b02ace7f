package nl.kring.crm.attendance;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * A certificate that says something else than what is so now.
 *
 * @param withdrawn whether nothing takes its place: he or she was not there enough after all
 */
public record OutdatedCertificate(UUID certificate, String name, Set<Difference> differences, boolean withdrawn)
        implements Serializable {}
