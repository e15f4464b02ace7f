package nl.kring.crm.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.EditionState;

/** An edition with its sessions in order (one at least), as far as attendance and certificates need it. */
record EditionHeld(
        Long id,
        UUID uuid,
        EditionState state,
        String place,
        Long courseId,
        String courseTitle,
        Long organiserId,
        Set<Long> coOrganisers,
        String organiserName,
        List<SessionHeld> sessions) {

    Instant heldFrom() {
        return sessions.stream()
                .map(SessionHeld::startsAt)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    Instant heldTo() {
        return sessions.stream()
                .map(SessionHeld::endsAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    List<Long> sessionIds() {
        return sessions.stream().map(SessionHeld::id).toList();
    }

    Map<UUID, SessionHeld> sessionsByUuid() {
        return sessions.stream().collect(Collectors.toMap(SessionHeld::uuid, Function.identity()));
    }

    /** Whether the organiser, or one of the co-organisers, is among those. */
    boolean isOrganisedBy(Predicate<Long> organisations) {
        return organisations.test(organiserId) || coOrganisers.stream().anyMatch(organisations);
    }

    boolean isPublished() {
        return state.isTaken();
    }

    void requirePublished() {
        if (!isPublished()) {
            throw new EditionNotHeldException();
        }
    }
}
