package nl.kring.crm.agenda.checklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.EditionDetail;

/** An edition as its checklist knows it: what it is called, and the first and last day on which it is held. */
record EditionDays(String title, LocalDate first, LocalDate last) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    static EditionDays of(EditionDetail edition) {
        return of(
                edition.line().title(),
                edition.line().startsAt(),
                edition.line().endsAt());
    }

    /** What ends at midnight was held on the day before. */
    static EditionDays of(String title, Instant startsAt, Instant endsAt) {
        return new EditionDays(
                title,
                AmsterdamTime.toLocal(startsAt).toLocalDate(),
                AmsterdamTime.toLocal(endsAt.minusSeconds(1)).toLocalDate());
    }

    LocalDate day(StepMoment moment, int days) {
        return moment.day(days, first, last);
    }

    /** Its title with its first day, for one course is held more often. */
    String words() {
        return title + ", " + DAY.format(first);
    }
}
