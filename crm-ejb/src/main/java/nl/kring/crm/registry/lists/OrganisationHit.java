package nl.kring.crm.registry.lists;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.organisation.OrganisationKind;

/** An organisation that was found, and why. */
public record OrganisationHit(UUID uuid, String name, OrganisationKind kind, String place, List<Reason> reasons)
        implements Serializable {}
