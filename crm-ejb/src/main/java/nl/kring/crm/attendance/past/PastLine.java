package nl.kring.crm.attendance.past;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One row of a file and what becomes of it.
 *
 * @param problem code of what is wrong, in column {@code problemAt} as the file calls it; null when nothing is
 * @param cells as they stand in the file
 * @param person of the register, who is meant; null when nobody is, or not for sure
 */
public record PastLine(
        int number,
        PastOutcome outcome,
        String problem,
        String problemAt,
        String name,
        UUID person,
        String personName,
        String title,
        Instant startsAt,
        LocalDate validFrom,
        List<String> cells)
        implements Serializable {}
