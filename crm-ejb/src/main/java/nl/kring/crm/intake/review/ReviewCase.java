package nl.kring.crm.intake.review;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.merging.MergePreview;

/**
 * Two that may be one, with all there is to decide by.
 *
 * @param score the logarithm of the odds of being one
 * @param oneRegister some register names both
 * @param effect what making them one would do
 */
public record ReviewCase(
        UUID uuid,
        UUID one,
        UUID other,
        String name,
        String otherName,
        double score,
        String modelVersion,
        boolean oneRegister,
        List<Evidence> evidence,
        List<LookAlike> hints,
        SideBySide sides,
        MergePreview effect)
        implements Serializable {}
