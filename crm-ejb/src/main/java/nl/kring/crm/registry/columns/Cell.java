package nl.kring.crm.registry.columns;

import java.io.Serializable;
import java.util.UUID;

/**
 * What somebody writes in one cell.
 *
 * @param subject of the person or organisation
 * @param typed nothing empties the cell
 * @param seen what was kept when he or she looked; null when it was empty
 */
public record Cell(UUID subject, UUID field, String typed, String seen) implements Serializable {}
