package nl.kring.crm.enrolment.price;

import java.io.Serializable;

/**
 * What somebody who enrols says of the price.
 *
 * @param voucher a code, or null
 * @param shownCents the price that was shown; null when none was. Nobody is enrolled for more.
 */
public record PriceWish(String voucher, Integer shownCents) implements Serializable {

    public static final PriceWish NONE = new PriceWish(null, null);
}
