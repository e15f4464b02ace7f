package nl.kring.crm.enrolment.price;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that the price of one person at one edition follows from.
 *
 * @param lines the prices of the edition
 * @param editionCents its own price
 * @param member on the day of the course, of one of its organisers; false where nothing depends on it
 * @param memberSeatsLeft null when there are no free seats for members
 * @param policyVersion null where nobody chose a policy
 * @param voucher that was asked for, or null
 */
record PriceFacts(
        List<PriceLine> lines,
        int editionCents,
        Instant startsAt,
        boolean webinar,
        boolean member,
        Integer memberSeatsLeft,
        Vat vat,
        Long policyVersion,
        CancellationTerms terms,
        Code voucher) {

    /** Whether it matters for the price who is a member. */
    boolean asksMembership() {
        return memberSeatsLeft != null
                || lines.stream().anyMatch(line -> line.whom().belonging() != null);
    }

    /** The same for somebody else. */
    PriceFacts of(boolean isMember, Integer seatsLeft) {
        return new PriceFacts(
                lines, editionCents, startsAt, webinar, isMember, seatsLeft, vat, policyVersion, terms, voucher);
    }

    /** A voucher that can be used here, as it is at this moment. */
    record Code(Long id, String code, Integer percent, Integer amountCents, int left, LocalDate until) {

        int off(int cents) {
            return percent == null ? Math.min(cents, amountCents) : (int) (((long) cents * percent + 50) / 100);
        }
    }
}
