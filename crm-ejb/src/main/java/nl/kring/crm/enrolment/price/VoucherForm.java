package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What an organisation says of a voucher.
 *
 * @param percent off the price, 100 for free; null when an amount is
 * @param amountCents off the price; null when a share is
 * @param uses how many may enrol with it
 * @param until the last day of enrolling with it, or null
 * @param anyCourse for all courses of the organisation, not only for the one at hand
 */
public record VoucherForm(
        String code, Integer percent, Integer amountCents, int uses, LocalDate until, boolean anyCourse)
        implements Serializable {}
