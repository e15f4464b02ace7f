package nl.kring.crm.registry.organisation;

import java.time.Instant;

/** For whom something is written down, by whom, and when. The organisation is null for the platform itself. */
public record Author(Long organisationId, Long accountId, Instant at) {}
