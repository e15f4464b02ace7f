package nl.kring.crm.agenda.course;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.Repetition;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/** Holding a course once more: an edition on other days. */
@Stateless
public class EditionCopies {

    @Inject
    private Editions editions;

    @Inject
    private Courses courses;

    /**
     * Plans the same edition of the same course on other days, as a draft: its meetings so many days later by the clock on
     * the wall, at the same place for the same price, without enrolments and without what was booked. For the staff of its
     * organiser and co-organisers.
     *
     * @param firstDay on which its first meeting is
     * @return the new edition
     * @throws NotFoundException there is none, or it is somebody else's draft
     * @throws NotAllowedException it is another organisation's
     * @throws InvalidInputException no day is given, or a time is one that the clock skips
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID copy(UUID edition, LocalDate firstDay) {
        if (firstDay == null) {
            throw new InvalidInputException("copy-first-day");
        }
        EditionDetail source = editions.edition(edition);
        Shift shift =
                Shift.between(AmsterdamTime.toLocal(source.line().startsAt()).toLocalDate(), firstDay);
        return courses.repeat(
                edition,
                new Repetition(
                        shift.sessions(source.sessions()), shift.moment(source.enrolUntil()), source.courseUuid()));
    }
}
