package nl.kring.crm.attendance.credit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Points that somebody declares.
 *
 * @param organisation the code of the participant that is asked to look at it
 */
public record ClaimForm(
        String scheme, String category, BigDecimal points, LocalDate day, String title, String organisation)
        implements Serializable {}
