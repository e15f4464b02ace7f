package nl.kring.crm.registry.columns;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.workbench.OwnFieldLine;

/**
 * A page of the list.
 *
 * @param fields the own columns, in their order
 * @param next where the next page begins; null at the end
 */
public record ListPage(List<OwnFieldLine> fields, List<ListRow> rows, UUID next) implements Serializable {}
