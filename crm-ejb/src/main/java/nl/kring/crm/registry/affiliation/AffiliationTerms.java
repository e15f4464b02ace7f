package nl.kring.crm.registry.affiliation;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * In what capacity somebody goes on.
 *
 * @param fte above 0 up to 2, or null
 * @param replaces whom he or she stands in for, or null
 * @param reason one line, or null
 */
public record AffiliationTerms(AffiliationRole role, BigDecimal fte, boolean main, UUID replaces, String reason) {}
