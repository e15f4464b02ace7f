package nl.kring.crm.attendance.credit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Points as they were kept before.
 *
 * @param key by which the same points are known again, when they are brought once more
 * @param category null for the register's usual one
 * @param organiser null where nobody wrote it down
 */
public record ImportedCredit(
        String key,
        UUID person,
        String scheme,
        String category,
        BigDecimal points,
        LocalDate day,
        String title,
        String organiser)
        implements Serializable {}
