package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.price.PriceWish;

/**
 * What somebody wants who enrols.
 *
 * @param person null for oneself
 * @param key the caller's idempotency key, 1 to 200 printable ASCII characters, or null; the same key again answers the
 *     enrolment that it made, as it stands now
 * @param payer null when nobody said so
 * @param answers to the questions of the course, by question
 * @param numbers in quality registers, by the code of the scheme; where one is known already it is not looked at
 * @param extraBecause why staff give a seat beyond the last one; null when they do not
 * @param note what staff want to remember; not looked at from others
 * @param price the price that was shown, and a voucher
 * @param meetsPrerequisites whether who enrols himself or herself says so; not looked at where a course does not ask it
 */
public record EnrolmentWish(
        UUID person,
        String key,
        Payer payer,
        Map<UUID, String> answers,
        Map<String, String> numbers,
        String extraBecause,
        String note,
        PriceWish price,
        boolean meetsPrerequisites)
        implements Serializable {

    /** Without a voucher, at whatever it costs. */
    public EnrolmentWish(
            UUID person,
            String key,
            Payer payer,
            Map<UUID, String> answers,
            Map<String, String> numbers,
            String extraBecause,
            String note) {
        this(person, key, payer, answers, numbers, extraBecause, note, PriceWish.NONE, false);
    }

    /** The same, for what was said of the price. */
    public EnrolmentWish with(PriceWish otherPrice) {
        return new EnrolmentWish(
                person, key, payer, answers, numbers, extraBecause, note, otherPrice, meetsPrerequisites);
    }

    /** Of whom nothing more is asked. */
    public static EnrolmentWish of(UUID person, String key) {
        return new EnrolmentWish(person, key, null, Map.of(), Map.of(), null, null);
    }
}
