package nl.kring.crm.registry.affiliation;

import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.registry.organisation.OrganisationKind;

/**
 * An organisation that somebody may join who comes to a practice.
 *
 * @param proposed true when the practice, or most who work there, belong to it
 */
public record Joinable(UUID uuid, String name, OrganisationKind kind, boolean proposed) implements Serializable {}
