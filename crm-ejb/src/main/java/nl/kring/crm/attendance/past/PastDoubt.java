package nl.kring.crm.attendance.past;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody of a file of whom it is not sure who it is.
 *
 * @param rows how many rows wait for it
 */
public record PastDoubt(
        UUID uuid,
        UUID imported,
        String name,
        String surname,
        String initials,
        LocalDate birthDate,
        String big,
        String agb,
        String registerNumber,
        String ownKey,
        String email,
        int rows)
        implements Serializable {}
