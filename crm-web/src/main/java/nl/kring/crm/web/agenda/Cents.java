package nl.kring.crm.web.agenda;

import java.math.BigDecimal;

/** Euros in a form, cents in the product. */
public final class Cents {

    private Cents() {}

    public static Integer of(BigDecimal euros) {
        return euros == null ? null : euros.movePointRight(2).intValueExact();
    }

    public static BigDecimal euros(Integer cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, 2);
    }
}
