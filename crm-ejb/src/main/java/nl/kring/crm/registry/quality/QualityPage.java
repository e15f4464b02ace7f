package nl.kring.crm.registry.quality;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * A page of a work list.
 *
 * @param next where the next page begins; null at the end
 */
public record QualityPage(QualityList list, List<QualityLine> lines, UUID next) implements Serializable {}
