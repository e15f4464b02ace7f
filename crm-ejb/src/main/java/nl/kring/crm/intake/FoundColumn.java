package nl.kring.crm.intake;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A column of a file that somebody looks through, with what it most likely means.
 *
 * @param field a word of {@link TargetField}
 * @param examples the first different values
 * @param stored true when the register knows the column already
 */
public record FoundColumn(
        String header,
        String field,
        boolean personal,
        boolean required,
        Map<String, String> meanings,
        List<String> examples,
        boolean stored)
        implements Serializable {}
