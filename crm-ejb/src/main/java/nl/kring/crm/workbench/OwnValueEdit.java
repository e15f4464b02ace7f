package nl.kring.crm.workbench;

import java.io.Serializable;
import java.util.UUID;

/**
 * What should stand in one own column of one subject.
 *
 * @param typed as somebody writes it; nothing empties the cell
 * @param seen what was kept when the caller looked; null when it was empty
 */
public record OwnValueEdit(UUID field, Long subjectId, String typed, String seen) implements Serializable {}
