package nl.kring.crm.intake.review;

import java.io.Serializable;
import java.util.UUID;

/** Two that wait for a decision. */
public record ReviewLine(UUID uuid, UUID one, UUID other, String name, String otherName, double score)
        implements Serializable {}
