package nl.kring.crm.accreditation.request;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a body gave.
 *
 * @param courseNumber the number of the course there; null when the register gives none
 * @param validFrom the first day on which it counts
 * @param validTo the last
 */
public record Grant(String courseNumber, LocalDate validFrom, LocalDate validTo, List<AskedPoints> points)
        implements Serializable {}
