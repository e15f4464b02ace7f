package nl.kring.crm.attendance.closing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.price.InvoiceFilter;
import nl.kring.crm.enrolment.price.InvoiceLine;
import nl.kring.crm.enrolment.price.InvoiceLines;

/** The steps that no other component owns: being there, the certificate that follows from it, and the invoice. */
@Dependent
class OwnSteps {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private InvoiceLines invoices;

    void presence(@Observes ClosingAsked asked) {
        String page = "/attendance/take-attendance.xhtml?id=" + asked.edition();
        Map<UUID, StepState> states = new HashMap<>();
        presenceOf(asked)
                .forEach((enrolment, presence) -> states.put(
                        enrolment,
                        switch (presence) {
                            case "EARLY" -> StepState.tooEarly(null);
                            case "UNKNOWN" -> StepState.open("unknown", page);
                            case "PARTLY" -> StepState.done("partly");
                            case "ABSENT" -> StepState.done("absent");
                            default -> StepState.DONE;
                        }));
        asked.answer(ClosingStep.PRESENCE, states);
    }

    void certificates(@Observes ClosingAsked asked) {
        Map<UUID, Boolean> certificates = new ClosingTable(em).certificates(asked.editionId());
        Map<UUID, StepState> states = new HashMap<>();
        presenceOf(asked).forEach((enrolment, presence) -> {
            Boolean stands = certificates.get(enrolment);
            if (Boolean.TRUE.equals(stands)) {
                states.put(enrolment, StepState.DONE);
            } else if (stands != null) {
                states.put(enrolment, StepState.notApplicable("revoked"));
            } else {
                states.put(
                        enrolment,
                        switch (presence) {
                            case "PRESENT" ->
                                StepState.open("missing", "/attendance/take-attendance.xhtml?id=" + asked.edition());
                            case "EARLY", "UNKNOWN" -> StepState.tooEarly(null);
                            default -> StepState.notApplicable("not-there");
                        });
            }
        });
        asked.answer(ClosingStep.CERTIFICATE, states);
    }

    void invoices(@Observes ClosingAsked asked) {
        String page = "/enrolment/list-invoices.xhtml?edition=" + asked.edition();
        Map<UUID, StepState> states = new HashMap<>();
        asked.enrolments().forEach(enrolment -> states.put(enrolment, StepState.notApplicable("free")));
        for (InvoiceLine line : invoices.all(new InvoiceFilter(asked.edition(), null, null, null, null))) {
            boolean open = line.invoicedOn() == null;
            states.merge(
                    line.enrolment(),
                    open ? StepState.open("to-invoice", page) : StepState.DONE,
                    (one, other) -> one.isOpen() ? one : other);
        }
        asked.answer(ClosingStep.INVOICE, states);
    }

    private Map<UUID, String> presenceOf(ClosingAsked asked) {
        return new ClosingTable(em).presence(asked.editionId(), asked.at());
    }
}
