package nl.kring.crm.attendance.credit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Points of one thing, with whatever was put right since.
 *
 * @param id the first of its lines
 * @param organiser null where nobody said so
 * @param corrected whether something was put right
 */
public record Credit(
        Long id,
        String scheme,
        String registerNumber,
        CreditSource source,
        String category,
        BigDecimal points,
        LocalDate day,
        String title,
        String organiser,
        boolean corrected)
        implements Serializable {}
