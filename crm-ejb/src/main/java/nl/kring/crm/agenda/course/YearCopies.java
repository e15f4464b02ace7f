package nl.kring.crm.agenda.course;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.EditionStateException;
import nl.kring.crm.agenda.Holidays;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.Repetition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The programme of a year once more in the next, each edition on the same day of the week. Courses are made anew, for a year
 * has its own speakers, contracts and budget. For the staff of the organiser.
 */
@Stateless
public class YearCopies {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2098;

    @Inject
    private YearProgramme programme;

    @Inject
    private ProfileTable profiles;

    @Inject
    private Courses courses;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * What copying a year would make: each edition of the caller's organisation that starts in that year and was not
     * cancelled, in order of time. For staff.
     *
     * @throws InvalidInputException the year is none of this century
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<YearLine> preview(int year) {
        return held(year).stream().map(each -> line(each, year + 1)).toList();
    }

    /**
     * Copies editions of a year to the next as drafts, with what is said of their courses. For staff.
     *
     * @return what was done, for undoing it
     * @throws NotFoundException one of them is no edition of the caller's organisation in that year
     * @throws InvalidInputException none is chosen, one was copied before, or has a time that the clock skips
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID copy(int year, Collection<UUID> editions) {
        Set<UUID> left = new HashSet<>(editions);
        List<YearProgramme.Held> chosen =
                held(year).stream().filter(each -> left.remove(each.edition())).toList();
        if (!left.isEmpty()) {
            throw new NotFoundException();
        }
        if (chosen.isEmpty()) {
            throw new InvalidInputException("year-nothing-chosen");
        }
        YearCopy copy = programme.begin(currentUser.requireOrganisation(), year, currentUser.accountId());
        Map<UUID, UUID> courseThen = new HashMap<>();
        for (YearProgramme.Held each : chosen) {
            UUID edition = again(each, year + 1, courseThen);
            programme.made(copy, each.edition(), edition);
        }
        audit.record("year.copied", copy.getUuid(), year + ": " + chosen.size() + " editions");
        return copy.getUuid();
    }

    /**
     * The copyings of the caller's organisation of which something is still there, the last first. For staff.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<YearCopyLine> list() {
        return programme.copies(currentUser.requireOrganisation(), EditionState.CONCEPT.name());
    }

    /**
     * Throws away what a copying made. For staff.
     *
     * @throws NotFoundException the caller's organisation did none such, or it was undone before
     * @throws EditionStateException one of the editions is no draft any more, or something hangs on it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void undo(UUID uuid) {
        YearCopy copy = programme.copy(uuid, currentUser.requireOrganisation());
        List<UUID> made = programme.editionsOf(copy);
        made.forEach(courses::discard);
        programme.undo(copy);
        audit.record("year.copy-undone", uuid, made.size() + " editions");
    }

    private List<YearProgramme.Held> held(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidInputException("year-unknown", FIRST_YEAR, LAST_YEAR);
        }
        return programme.of(currentUser.requireOrganisation(), year);
    }

    /** Editions of one course become editions of one course. */
    private UUID again(YearProgramme.Held source, int year, Map<UUID, UUID> courseThen) {
        Shift shift = Shift.toYear(source.firstDay(), year);
        UUID edition = courses.repeat(
                source.edition(),
                new Repetition(
                        shift.sessions(source.meetings()),
                        shift.moment(source.enrolUntil()),
                        courseThen.get(source.course())));
        if (!courseThen.containsKey(source.course())) {
            courseThen.put(source.course(), profiles.again(source.course(), edition));
        }
        return edition;
    }

    private static YearLine line(YearProgramme.Held each, int year) {
        Shift shift = Shift.toYear(each.firstDay(), year);
        List<PlannedSession> then = then(each, shift);
        return new YearLine(
                each.edition(),
                each.title(),
                each.meetings().get(0).startsAt(),
                each.meetings().get(each.meetings().size() - 1).endsAt(),
                each.meetings().size(),
                shift.days() / 7,
                then.isEmpty() ? null : then.get(0).startsAt(),
                then.isEmpty() ? null : then.get(then.size() - 1).endsAt(),
                then.stream().flatMap(YearCopies::holidays).toList(),
                each.copied(),
                then.isEmpty());
    }

    /** Its meetings then; none when the clock skips a time of them. */
    private static List<PlannedSession> then(YearProgramme.Held each, Shift shift) {
        try {
            shift.moment(each.enrolUntil());
            return shift.sessions(each.meetings());
        } catch (InvalidInputException skipped) {
            return List.of();
        }
    }

    private static Stream<LocalDate> holidays(PlannedSession meeting) {
        LocalDate first = AmsterdamTime.toLocal(meeting.startsAt()).toLocalDate();
        LocalDate last = AmsterdamTime.toLocal(meeting.endsAt()).toLocalDate();
        return first.datesUntil(last.plusDays(1)).filter(Holidays::are);
    }
}
