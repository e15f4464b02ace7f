package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.enrolment.PayerKind;

/**
 * What staff see and change of one enrolment on the sheet, beside who it is and how it stands.
 *
 * @param version to hand in with a change
 * @param number those of the registers that count the course, with their codes, else the BIG number or the AGB code; or null
 * @param needed the code of a register that counts the course for this profession, and of which no number is known; or null
 * @param payer null when nobody said so, which is the person
 * @param payerOrganisation the practice, care group or holder of the budget, or null
 * @param payerName its name, or null
 * @param diet the answer to what the course asks about eating; null when there is none
 */
public record SheetDetails(
        UUID enrolment,
        long version,
        String number,
        String needed,
        PayerKind payer,
        UUID payerOrganisation,
        String payerName,
        String reference,
        String diet,
        String note)
        implements Serializable {}
