package nl.kring.crm.attendance.closing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;

/** Asks whoever owns a step how far it is; what is asked does not grow with the number of participants. */
@Dependent
class ClosingReading {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Event<ClosingAsked> question;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    /** An edition of the caller's organisation that is or was to be held. */
    ClosingTable.EditionFacts edition(UUID uuid) {
        return table().edition(uuid, currentUser.requireOrganisation())
                .filter(found -> found.state() != EditionState.CONCEPT)
                .orElseThrow(NotFoundException::new);
    }

    ClosingSheet sheet(UUID uuid) {
        ClosingTable.EditionFacts edition = edition(uuid);
        List<ClosingTable.Seated> seated = table().seated(edition.id());
        Map<UUID, Long> participants = new LinkedHashMap<>();
        seated.forEach(each -> participants.put(each.enrolment(), each.id()));
        ClosingAsked asked = new ClosingAsked(edition.id(), uuid, participants, now());
        question.fire(asked);
        Set<ClosingStep> steps = asked.steps();
        return new ClosingSheet(
                uuid,
                edition.title(),
                edition.startsAt(),
                edition.endsAt(),
                edition.state(),
                !now().isBefore(edition.endsAt()),
                List.copyOf(steps),
                seated.stream().map(each -> row(each, asked, steps)).toList(),
                table().closings(edition.id()));
    }

    private static ClosingSheet.Row row(ClosingTable.Seated seated, ClosingAsked asked, Set<ClosingStep> steps) {
        Map<ClosingStep, StepState> states = new EnumMap<>(ClosingStep.class);
        steps.forEach(step -> states.put(step, asked.of(step, seated.enrolment())));
        return new ClosingSheet.Row(seated.enrolment(), seated.person(), seated.name(), seated.profession(), states);
    }

    List<ClosingDue> due(int most) {
        return table().due(currentUser.requireOrganisation(), now(), most);
    }

    Long account() {
        return currentUser.accountId();
    }

    Instant now() {
        return clock.instant();
    }

    ClosingTable table() {
        return new ClosingTable(em);
    }
}
