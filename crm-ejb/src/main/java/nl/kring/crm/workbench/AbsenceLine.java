package nl.kring.crm.workbench;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A colleague who is or will be away; first and last day both included.
 *
 * @param deputyName who does what has no deputy of its own, or null
 */
public record AbsenceLine(
        UUID uuid, UUID colleague, String name, LocalDate firstDay, LocalDate lastDay, String deputyName)
        implements Serializable {}
