package nl.kring.crm.agenda.resource;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All of something that can be booked, for who manages it.
 *
 * @param version to hand in with a change
 */
public record ResourceDetail(UUID uuid, ResourceForm form, List<Absence> absences, boolean retired, long version)
        implements Serializable {

    /** Days on which it cannot be had, both included. */
    public record Absence(UUID uuid, LocalDate firstDay, LocalDate lastDay) implements Serializable {}
}
