package nl.kring.crm.enrolment.price;

import java.io.Serializable;

/**
 * What cancelling costs from so many days before the start: a share of the price and a fixed amount, together never more
 * than the price, and never less than the minimum.
 *
 * @param fromDays it holds for who cancels at least so many days before
 * @param percent of the price, 0 to 100
 * @param minimumCents what it costs at least, also where the price is lower
 * @param fixedCents on top of the share
 */
public record Tier(int fromDays, int percent, int minimumCents, int fixedCents) implements Serializable {

    /** A share of the price and nothing else. */
    static Tier share(int fromDays, int percent) {
        return new Tier(fromDays, percent, 0, 0);
    }

    int fee(int priceCents) {
        long share = ((long) priceCents * percent + 50) / 100;
        return (int) Math.max(minimumCents, Math.min(priceCents, share + fixedCents));
    }
}
