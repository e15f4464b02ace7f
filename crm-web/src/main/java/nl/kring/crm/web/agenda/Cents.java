package nl.kring.crm.web.agenda;

import java.math.BigDecimal;

/** Euros in a form, cents in the product. */
final class Cents {

    private Cents() {}

    static Integer of(BigDecimal euros) {
        return euros == null ? null : euros.movePointRight(2).intValueExact();
    }

    static BigDecimal euros(Integer cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, 2);
    }
}
