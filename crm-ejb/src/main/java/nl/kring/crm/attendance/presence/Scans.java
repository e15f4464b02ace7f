package nl.kring.crm.attendance.presence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.attendance.AttendanceTooEarlyException;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.EditionNotHeldException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The door of a session: who is expected, and who was seen coming and leaving. For the organisers' staff. */
@Stateless
public class Scans {

    @Inject
    private Taking taking;

    @Inject
    private Attendances attendances;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    /**
     * Who is expected at a session and who is in. For staff of the organisers and the platform's administrator.
     *
     * @throws NotFoundException there is no such session, or other organisations organise it
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public DoorList door(UUID session) {
        SessionFacts facts = ofCaller(session);
        return new DoorList(
                facts.uuid(),
                facts.edition(),
                facts.title(),
                facts.sessionTitle(),
                facts.place(),
                facts.startsAt(),
                facts.endsAt(),
                facts.isOpenAt(clock.instant()),
                taking.table().doors(facts.editionId()),
                taking.table().attendees(facts));
    }

    /**
     * The session at whose door a participant's code belongs now: the one that is nearest. For staff of the organisers and the
     * platform's administrator.
     *
     * @throws NotFoundException nobody has that code, or it is for other organisations' courses
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID sessionOf(String code) {
        return Taking.read(code)
                .flatMap(read -> taking.table().sessionNear(read, clock.instant()))
                .map(this::ofCaller)
                .map(SessionFacts::uuid)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The session of an edition that is nearest to now. For staff of the organisers and the platform's administrator.
     *
     * @throws NotFoundException there is no such edition, or other organisations organise it
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID sessionAt(UUID edition) {
        return taking.table()
                .sessionNear(edition, clock.instant())
                .map(this::ofCaller)
                .map(SessionFacts::uuid)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Takes scans of a session in. Those that were sent before change nothing, so a device that did not hear the answer sends
     * them again. For staff of the organisers and the platform's administrator.
     *
     * @return what came of each, in the same order
     * @throws NotFoundException there is no such session, or other organisations organise it
     * @throws EditionNotHeldException it is a draft or cancelled
     * @throws AttendanceTooEarlyException the day of the session has not come
     * @throws InvalidInputException something of the batch is missing, or it has more than {@link ScanBatch#MOST}
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ScanAnswer> take(UUID session, ScanBatch batch) {
        SessionFacts facts = ofCaller(session);
        Instant now = clock.instant();
        if (!facts.state().isTaken()) {
            throw new EditionNotHeldException();
        }
        if (!facts.isOpenAt(now)) {
            throw new AttendanceTooEarlyException(facts.day());
        }
        List<ScanAnswer> answers = taking.take(facts, batch, Taking.By.staff(currentUser.accountId()), now);
        if (now.isAfter(facts.endsAt()) && answers.stream().anyMatch(ScanAnswer::isKept)) {
            attendances.settle(facts.edition());
        }
        return answers;
    }

    private SessionFacts ofCaller(UUID session) {
        return Optional.ofNullable(session)
                .flatMap(uuid -> taking.table().session(uuid, currentUser.organisationId()))
                .filter(facts -> currentUser.worksFor(facts.organiserId())
                        || currentUser.has(Role.STAFF) && facts.organisedToo())
                .orElseThrow(NotFoundException::new);
    }
}
