package nl.kring.crm.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.Outcomes;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Who was present at which session. For the organiser's staff; what is another's does not exist for them. */
@Stateless
public class Attendances {

    private static final int LONGEST_REASON = 300;

    @Inject
    private Roll roll;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<AttendanceConfirmed> confirmed;

    @Inject
    private Event<AttendanceRecorded> recorded;

    @Inject
    private Outcomes outcomes;

    /**
     * The attendance sheet of an edition, in two queries. For staff of its organiser and the platform's administrator;
     * a draft or cancelled edition has one too, it cannot be filled in.
     *
     * @throws NotFoundException there is no such edition, it has no sessions, or another organisation organises it
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public AttendanceSheet sheet(UUID editionUuid) {
        EditionHeld edition = ofCaller(editionUuid);
        List<AttendanceSheet.Column> columns = edition.sessions().stream()
                .map(session -> new AttendanceSheet.Column(
                        session.uuid(),
                        session.position(),
                        session.title(),
                        session.startsAt(),
                        session.endsAt(),
                        edition.isPublished() && session.isOpen(clock)))
                .toList();
        List<AttendanceSheet.Row> rows = roll.participants(edition).stream()
                .map(participant -> row(participant, edition))
                .toList();
        return new AttendanceSheet(
                edition.uuid(), edition.courseTitle(), edition.place(), edition.isPublished(), columns, rows);
    }

    /**
     * Records who was present where, in one transaction; what is not named stays as it is. For staff of the organiser
     * and the platform's administrator.
     *
     * @return how many marks are new or different
     * @throws NotFoundException the edition does not exist for the caller
     * @throws EditionNotHeldException it is a draft or cancelled
     * @throws AttendanceTooEarlyException a session is named whose day has not come
     * @throws InvalidInputException a session or a participant is not (or no longer) of this edition
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int record(UUID editionUuid, List<AttendanceMark> marks) {
        EditionHeld edition = ofCaller(editionUuid);
        edition.requirePublished();
        return write(edition, checked(edition, marks), null);
    }

    private Map<Participant, Map<Long, Boolean>> checked(EditionHeld edition, List<AttendanceMark> marks) {
        Map<UUID, SessionHeld> sessions = edition.sessionsByUuid();
        Map<UUID, Participant> participants = roll.participants(edition).stream()
                .collect(Collectors.toMap(Participant::enrolment, Function.identity()));
        Map<Participant, Map<Long, Boolean>> wanted = new HashMap<>();
        for (AttendanceMark mark : marks) {
            SessionHeld session = sessions.get(mark.session());
            Participant participant = participants.get(mark.enrolment());
            if (session == null || participant == null) {
                throw new InvalidInputException("attendance-not-on-sheet");
            }
            if (!session.isOpen(clock)) {
                throw new AttendanceTooEarlyException(session.day());
            }
            wanted.computeIfAbsent(participant, one -> new HashMap<>()).put(session.id(), mark.present());
        }
        return wanted;
    }

    /**
     * Records that all confirmed participants were present at every session whose day has come. Rights and refusals as
     * with {@link #record}.
     *
     * @return how many marks are new or different
     * @throws AttendanceTooEarlyException the day of the first session has not come
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int presentAll(UUID editionUuid) {
        EditionHeld edition = ofCaller(editionUuid);
        edition.requirePublished();
        Map<Long, Boolean> everywhere = edition.sessions().stream()
                .filter(session -> session.isOpen(clock))
                .collect(Collectors.toMap(SessionHeld::id, session -> true));
        if (everywhere.isEmpty()) {
            throw new AttendanceTooEarlyException(edition.sessions().get(0).day());
        }
        return write(
                edition,
                roll.participants(edition).stream()
                        .collect(Collectors.toMap(Function.identity(), participant -> everywhere)),
                null);
    }

    /**
     * Records that all confirmed participants of whom nothing is known were present at every session whose day has come; what is
     * known of others stays. Rights and refusals as with {@link #record}.
     *
     * @return how many marks are new
     * @throws AttendanceTooEarlyException the day of the first session has not come
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int presentRest(UUID editionUuid) {
        EditionHeld edition = ofCaller(editionUuid);
        edition.requirePublished();
        List<Long> held = edition.sessions().stream()
                .filter(session -> session.isOpen(clock))
                .map(SessionHeld::id)
                .toList();
        if (held.isEmpty()) {
            throw new AttendanceTooEarlyException(edition.sessions().get(0).day());
        }
        Map<Participant, Map<Long, Boolean>> unknown = new HashMap<>();
        for (Participant participant : roll.participants(edition)) {
            Map<Long, Boolean> marks = held.stream()
                    .filter(session -> !participant.presentAt().containsKey(session))
                    .collect(Collectors.toMap(Function.identity(), session -> true));
            if (!marks.isEmpty()) {
                unknown.put(participant, marks);
            }
        }
        return write(edition, unknown, null);
    }

    /**
     * Puts right what was recorded, or measured, of one participant at one session. Rights and refusals as with {@link #record}.
     *
     * @param reason why, at most 300 characters; staff of the organisers read it
     * @throws InvalidInputException there is no reason, or it cannot be kept
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void correct(UUID editionUuid, AttendanceMark mark, String reason) {
        String why = TypedText.text(reason, LONGEST_REASON);
        if (why == null) {
            throw new InvalidInputException("attendance-reason");
        }
        EditionHeld edition = ofCaller(editionUuid);
        edition.requirePublished();
        write(edition, checked(edition, List.of(mark)), why);
        audit.record("attendance.corrected", mark.enrolment(), "session " + mark.session());
    }

    /**
     * Says what came of the seats of an edition from what is recorded now, as {@link #record} does for those it is about; what
     * follows from it for points is news. Again, it changes nothing. Rights as with {@link #record}.
     *
     * @throws NotFoundException the edition does not exist for the caller
     * @throws EditionNotHeldException it is a draft or cancelled
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void settle(UUID editionUuid) {
        EditionHeld edition = ofCaller(editionUuid);
        edition.requirePublished();
        recorded.fire(new AttendanceRecorded(edition.id()));
        outcomes.settle(
                edition.uuid(),
                roll.participants(edition).stream()
                        .collect(Collectors.toMap(
                                Participant::enrolment, participant -> participant.outcome(edition.sessionIds()))));
    }

    private int write(EditionHeld edition, Map<Participant, Map<Long, Boolean>> wanted, String reason) {
        Map<Long, Map<Long, Boolean>> marks = wanted.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().enrolmentId(), Map.Entry::getValue));
        int changed = marks.isEmpty() ? 0 : roll.write(marks, reason, currentUser.accountId(), clock.instant());
        if (changed > 0) {
            audit.record("attendance.recorded", edition.uuid(), changed + " marks");
        }
        List<Long> sessions = edition.sessionIds();
        wanted.forEach((participant, given) -> {
            if (!participant.presentAtAll(sessions) && participant.with(given).presentAtAll(sessions)) {
                confirmed.fire(new AttendanceConfirmed(participant.enrolmentId()));
            }
        });
        if (changed > 0) {
            recorded.fire(new AttendanceRecorded(edition.id()));
        }
        outcomes.settle(
                edition.uuid(),
                wanted.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().enrolment(),
                                entry -> entry.getKey().with(entry.getValue()).outcome(sessions))));
        return changed;
    }

    private EditionHeld ofCaller(UUID uuid) {
        return roll.edition(uuid)
                .filter(edition -> edition.isOrganisedBy(currentUser::worksFor))
                .orElseThrow(NotFoundException::new);
    }

    private static AttendanceSheet.Row row(Participant participant, EditionHeld edition) {
        Map<UUID, Boolean> present = edition.sessions().stream()
                .filter(session -> participant.presentAt().containsKey(session.id()))
                .collect(Collectors.toMap(
                        SessionHeld::uuid, session -> participant.presentAt().get(session.id())));
        return new AttendanceSheet.Row(
                participant.enrolment(),
                participant.name(),
                participant.profession(),
                present,
                participant.presentAtAll(edition.sessionIds()),
                participant.certificate(),
                participant.certificateUuid());
    }
}
