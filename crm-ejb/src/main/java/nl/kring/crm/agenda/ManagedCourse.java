package nl.kring.crm.agenda;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * A course that the caller may change.
 *
 * @param coOrganisers numbers of the organisations that organise it too
 * @param organises whether the caller works for the organiser itself
 */
public record ManagedCourse(
        Long id, UUID uuid, String title, Long organiserId, Set<Long> coOrganisers, boolean organises)
        implements Serializable {}
