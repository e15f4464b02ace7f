package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * What an edition costs whom, for those who decide about it.
 *
 * @param editionCents where no other price fits
 * @param memberSeats how many seats cost members nothing; null when that was never said
 * @param policy the one that was chosen for it; null for the usual one of the organiser
 * @param terms what cancelling costs who enrols now
 */
public record EditionPrices(
        UUID editionUuid,
        String title,
        Instant startsAt,
        int editionCents,
        Set<Profession> audience,
        List<PriceLine> lines,
        Integer memberSeats,
        int memberSeatsTaken,
        UUID policy,
        String policyName,
        CancellationTerms terms,
        Vat vat)
        implements Serializable {}
