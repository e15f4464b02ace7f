package nl.kring.crm.attendance.delivery;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * One participant at one register.
 *
 * @param scheme null when no register of the participant counts the course
 * @param number in that register, or null
 * @param paste the number as that register takes it pasted; null where it has none
 * @param reason null when it is ready or accepted
 * @param errorCode which of the documented refusals it is, as {@link PeError}; null unless rejected
 * @param errorText what the register wrote
 * @param earned how many sessions, or one for the whole; 0 before the course and for who was not there
 * @param checked whether a trial found nothing wrong
 */
public record DeliveryLine(
        UUID enrolment,
        UUID person,
        String name,
        String initials,
        String surname,
        Profession profession,
        String scheme,
        String schemeName,
        String number,
        String paste,
        DeliveryState state,
        DeliveryReason reason,
        String errorCode,
        String errorText,
        int earned,
        boolean checked,
        String by,
        Instant at)
        implements Serializable {

    /** Whether it waits for nothing but being delivered. */
    public boolean isDue() {
        return state == DeliveryState.READY && earned > 0;
    }
}
