package nl.kring.crm.registry.columns;

import java.io.Serializable;
import java.util.List;
import nl.kring.crm.workbench.OwnFieldLine;

/**
 * What a pasted block would do.
 *
 * @param fields the own columns that its header names
 * @param unknown the columns of its header that are none
 * @param changes how many cells would change
 * @param fingerprint of exactly this, for applying what was seen and nothing else
 */
public record PastePreview(
        List<OwnFieldLine> fields, List<String> unknown, List<PastedRow> rows, int changes, String fingerprint)
        implements Serializable {}
