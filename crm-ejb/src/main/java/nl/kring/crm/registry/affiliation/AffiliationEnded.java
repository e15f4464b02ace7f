package nl.kring.crm.registry.affiliation;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody stops doing something at an organisation; told within the transaction. */
public record AffiliationEnded(UUID affiliation, Long personId, Long organisationId, LocalDate lastDay) {}
