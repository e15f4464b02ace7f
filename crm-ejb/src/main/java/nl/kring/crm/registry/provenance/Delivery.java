package nl.kring.crm.registry.provenance;

import java.time.Instant;
import java.util.Collection;

/**
 * Whose rows they are and when they came.
 *
 * @param sourceRank how much the register is trusted, 1 most
 * @param mappingVersion the version of the mapping that its rows were read by
 * @param privateFields what of it stays with the organisation, in the words of the view {@code said}
 */
public record Delivery(
        Long registerId,
        String registerCode,
        Long organisationId,
        int sourceRank,
        Long runId,
        int mappingVersion,
        Instant deliveredAt,
        Collection<String> privateFields) {}
