package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.util.UUID;

/**
 * Who pays for an enrolment, apart from who comes.
 *
 * @param organisation the practice, care group or holder of the budget; null for who pays himself or herself
 * @param reference what the payer wants to read on the bill, or null
 */
public record Payer(PayerKind kind, UUID organisation, String reference) implements Serializable {

    public static final Payer SELF = new Payer(PayerKind.SELF, null, null);
}
