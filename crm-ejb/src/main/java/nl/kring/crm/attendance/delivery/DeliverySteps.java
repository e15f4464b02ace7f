package nl.kring.crm.attendance.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.closing.ClosingAsked;
import nl.kring.crm.attendance.closing.ClosingStep;
import nl.kring.crm.attendance.closing.StepState;

/** Says after an evening whose points still have to reach a register; of several registers the one that is open counts. */
@Dependent
class DeliverySteps {

    @PersistenceContext
    private EntityManager em;

    void tell(@Observes ClosingAsked asked) {
        String page = "/attendance/list-deliveries.xhtml?id=" + asked.edition();
        Map<UUID, StepState> states = new HashMap<>();
        new DeliveryTable(em)
                .lines(asked.editionId())
                .forEach(line -> states.merge(
                        line.enrolment(), step(line, page), (one, other) -> rank(one) <= rank(other) ? one : other));
        asked.answer(ClosingStep.DELIVERY, states);
    }

    private static StepState step(DeliveryLine line, String page) {
        return switch (line.state()) {
            case READY -> line.earned() > 0 ? StepState.open("to-deliver", page) : StepState.tooEarly(null);
            case BLOCKED -> StepState.open("blocked", page);
            case REJECTED -> StepState.open("rejected", page);
            case NOT_APPLICABLE -> StepState.notApplicable(null);
            case DELIVERED -> StepState.done("delivered");
            case ACCEPTED -> StepState.DONE;
        };
    }

    /** What is told of several: what has to be done before what will have to be, before what is done. */
    private static int rank(StepState state) {
        return switch (state.state()) {
            case OPEN -> 0;
            case TOO_EARLY -> 1;
            case DONE -> 2;
            case NOT_APPLICABLE -> 3;
        };
    }
}
