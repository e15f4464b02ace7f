package nl.kring.crm.accreditation.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;

/** An edition whose accreditation the caller looks after; {@code own} for its organisers, not for who only accredits it. */
record ManagedEdition(
        Long id,
        UUID uuid,
        Long courseId,
        Long organiserId,
        String title,
        Instant startsAt,
        Instant endsAt,
        boolean own) {

    LocalDate firstDay() {
        return AmsterdamTime.toLocal(startsAt).toLocalDate();
    }

    /** What ends at midnight was held on the day before. */
    LocalDate lastDay() {
        return AmsterdamTime.toLocal(endsAt.minusSeconds(1)).toLocalDate();
    }
}
