package nl.kring.crm.enrolment.price;

import java.io.Serializable;

/**
 * The rule for VAT: who stands in the register of short vocational education (CRKBO) teaches free of it, others at 21 %.
 * Prices are what is paid, so VAT is in them.
 */
public record Vat(boolean exempt) implements Serializable {

    public static final int PERCENT = 21;

    /** The VAT that is in an amount, also a negative one. */
    public int in(int cents) {
        return exempt ? 0 : Math.toIntExact(Math.round(cents * (double) PERCENT / (100 + PERCENT)));
    }
}
