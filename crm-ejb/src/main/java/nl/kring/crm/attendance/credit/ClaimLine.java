package nl.kring.crm.attendance.credit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A claim as it is shown to who made it, and to those who were asked to look at it.
 *
 * @param person the name of who made it
 * @param organisation who was asked
 * @param file the name of the evidence; null when there is none
 * @param answer what was said to it; null when nothing was
 */
public record ClaimLine(
        UUID uuid,
        String person,
        String organisation,
        String scheme,
        String category,
        BigDecimal points,
        LocalDate day,
        String title,
        ClaimState state,
        String answer,
        String file,
        Instant declaredAt)
        implements Serializable {}
