package nl.kring.crm.attendance.presence;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Saying oneself to be there, by the code that hangs on the wall of the room, which is known to who stands before it. Who is signed
 * in is known; who is not types the code of his or her own.
 */
@Stateless
public class SelfScans {

    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofHours(1);

    @Inject
    private Taking taking;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    /**
     * Which session a wall is of. Anyone who has its code.
     *
     * @throws NotFoundException no wall has that code
     */
    @PermitAll
    public Wall wall(String code) {
        SessionFacts facts = facts(code);
        return new Wall(facts.title(), facts.sessionTitle(), facts.startsAt(), facts.endsAt(), isOpen(facts));
    }

    /**
     * The caller came, or leaves. For a professional with a seat.
     *
     * @param id made with the page, so that sending it again does nothing
     * @throws NotFoundException no wall has that code, or the caller has no seat there
     * @throws InvalidInputException it is not around the time of the session, or who leaves was not there
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public ScanAnswer mine(String code, UUID id, ScanKind kind) {
        SessionFacts facts = facts(code);
        UUID seat = currentUser.personId() == null
                ? null
                : taking.table()
                        .seatOf(currentUser.personId(), facts.editionId())
                        .orElse(null);
        if (seat == null) {
            throw new NotFoundException();
        }
        return take(facts, new Scan(id, null, seat, kind, clock.instant()));
    }

    /**
     * Whoever has both codes came, or leaves.
     *
     * @param own the code of the participant
     * @throws NotFoundException no wall has that code, or nobody at that edition has the other one
     * @throws InvalidInputException it is not around the time of the session, or who leaves was not there
     */
    @PermitAll
    public ScanAnswer byCode(String code, String own, UUID id, ScanKind kind) {
        SessionFacts facts = facts(code);
        ScanAnswer answer = take(facts, new Scan(id, own == null ? "" : own, null, kind, clock.instant()));
        if (answer.outcome() == ScanAnswer.Outcome.UNKNOWN) {
            throw new NotFoundException();
        }
        return answer;
    }

    private ScanAnswer take(SessionFacts facts, Scan scan) {
        Instant now = clock.instant();
        if (!isOpen(facts)) {
            throw new InvalidInputException("scan-wall-closed");
        }
        ScanBatch batch = new ScanBatch("wall", now, List.of(scan));
        ScanAnswer answer = taking.take(facts, batch, Taking.By.self(currentUser.accountId()), now)
                .get(0);
        if (answer.outcome() == ScanAnswer.Outcome.NOT_IN) {
            throw new InvalidInputException("scan-not-in");
        }
        return answer;
    }

    private boolean isOpen(SessionFacts facts) {
        Instant now = clock.instant();
        return facts.state().isTaken()
                && !now.isBefore(facts.startsAt().minus(BEFORE))
                && !now.isAfter(facts.endsAt().plus(AFTER));
    }

    private SessionFacts facts(String code) {
        return Taking.read(code)
                .flatMap(read -> taking.table().sessionOfWall(read, null))
                .orElseThrow(NotFoundException::new);
    }
}
