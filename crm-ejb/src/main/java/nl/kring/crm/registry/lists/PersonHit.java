package nl.kring.crm.registry.lists;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/** Somebody who was found, and why. */
public record PersonHit(
        UUID uuid, String displayName, Profession profession, String workplace, String place, List<Reason> reasons)
        implements Serializable {}
