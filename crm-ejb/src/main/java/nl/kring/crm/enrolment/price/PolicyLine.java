package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A cancellation policy of the caller's organisation, as it is now.
 *
 * @param usual it holds where an edition chooses none
 * @param since from when on it says this
 * @param versions how often it was said otherwise, this one included
 * @param version to be given back with a change
 */
public record PolicyLine(
        UUID uuid, String name, boolean usual, CancellationTerms terms, Instant since, int versions, long version)
        implements Serializable {}
