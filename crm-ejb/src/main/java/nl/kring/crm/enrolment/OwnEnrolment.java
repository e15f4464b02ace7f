package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One's own enrolment with what can still be changed of it.
 *
 * @param version to hand in with the change
 * @param priceCents as it was agreed; it stays
 * @param payable whether who pays can still be said: not where an organisation pays for its staff, nor once it was invoiced
 * @param payer who pays now
 * @param payerName the name of the organisation that pays, or null
 * @param employers where the person works today
 * @param answers what was answered, by question
 */
public record OwnEnrolment(
        UUID uuid,
        long version,
        String title,
        Instant startsAt,
        Instant endsAt,
        int priceCents,
        boolean payable,
        Payer payer,
        String payerName,
        List<EnrolmentOffer.Employer> employers,
        List<Question> questions,
        Map<UUID, String> answers)
        implements Serializable {}
