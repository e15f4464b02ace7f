package nl.kring.crm.registry.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An organisation in a list.
 *
 * @param status how the practice was doing on the reference date; null when nobody said
 */
public record OrganisationLine(
        UUID uuid,
        String code,
        String name,
        OrganisationKind kind,
        String place,
        String municipality,
        String agb,
        String phone,
        PracticeStatus status,
        LocalDate validFrom,
        LocalDate validTo)
        implements Serializable {}
