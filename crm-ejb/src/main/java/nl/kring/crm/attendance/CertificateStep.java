package nl.kring.crm.attendance;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.closing.ClosingAsked;
import nl.kring.crm.attendance.closing.ClosingStep;
import nl.kring.crm.attendance.closing.StepState;

/**
 * Tells who closes an edition whose certificate no longer says what is so, and who was there for some of it and has none though there
 * are points for it.
 */
@Dependent
class CertificateStep {

    @Inject
    private Roll roll;

    @Inject
    private Issuing issuing;

    void tell(@Observes ClosingAsked asked) {
        Map<UUID, StepState> states = new HashMap<>();
        roll.edition(asked.edition()).ifPresent(edition -> {
            issuing.outdated(edition, asked.at())
                    .forEach(each -> states.put(
                            each.participant().enrolment(),
                            StepState.open(
                                    "outdated", "/attendance/reissue-certificates.xhtml?id=" + asked.edition())));
            issuing.partlyWithout(edition)
                    .forEach(enrolment -> states.put(
                            enrolment,
                            StepState.open("missing", "/attendance/take-attendance.xhtml?id=" + asked.edition())));
        });
        asked.answer(ClosingStep.CERTIFICATE, states);
    }
}
