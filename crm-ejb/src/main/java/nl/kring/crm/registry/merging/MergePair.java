package nl.kring.crm.registry.merging;

import java.io.Serializable;
import java.util.UUID;

/** Who stays and who becomes a person again when a merge is taken back. */
public record MergePair(UUID survivor, UUID merged, String survivorName, String mergedName, boolean undone)
        implements Serializable {}
