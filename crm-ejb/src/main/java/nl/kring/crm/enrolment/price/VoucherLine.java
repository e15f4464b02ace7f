package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A voucher as its organisation sees it.
 *
 * @param anyCourse it is good for all courses of the organisation
 * @param own whether the caller's organisation gave it out
 */
public record VoucherLine(
        UUID uuid,
        String code,
        Integer percent,
        Integer amountCents,
        int uses,
        int used,
        LocalDate until,
        boolean anyCourse,
        boolean own,
        boolean ended)
        implements Serializable {}
