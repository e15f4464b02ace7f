package nl.kring.crm.enrolment.price;

import java.io.Serializable;
import java.util.List;

/**
 * What somebody would pay, and why.
 *
 * @param baseCents by the rule that fits best, or the price of the edition
 * @param rule the rule; null when it is the price of the edition
 * @param memberSeat whether it would be one of the free seats for members
 * @param memberSeatsLeft how many of those are free at this moment; null when there are none at all
 * @param voucher the code that was taken into account, or null
 * @param voucherCents what it takes off
 * @param priceCents what is to be paid
 * @param steps what cancelling would cost, step by step
 * @param noShowCents what staying away without a word would cost in all; 0 when no more than the price
 */
public record PriceQuote(
        int baseCents,
        PriceLine rule,
        boolean memberSeat,
        Integer memberSeatsLeft,
        String voucher,
        int voucherCents,
        int priceCents,
        Vat vat,
        CancellationTerms terms,
        List<FeeStep> steps,
        int noShowCents)
        implements Serializable {}
