package nl.kring.crm.evaluation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.closing.ClosingAsked;
import nl.kring.crm.attendance.closing.ClosingStep;
import nl.kring.crm.attendance.closing.StepState;
import nl.kring.crm.platform.SystemClock;

/**
 * Tells who closes an edition whether participants were asked what it was like. It goes by itself from the day after on, so nothing
 * of it is ever to be done; who has answered is told nobody.
 */
@Dependent
class EvaluationStep {

    private static final String ASKED = """
            select e.uuid, i.id is not null as asked,
                   exists (select 1 from crm.course_questionnaire q where q.course_id = d.course_id and q.questionnaire_id is null) as nothing,
                   exists (select 1 from crm.attendance a where a.enrolment_id = e.id and (a.present or a.minutes > 0)) as there,
                   d.ends_at
              from crm.enrolment e
              join crm.edition d on d.id = e.edition_id
              left join crm.evaluation_invitation i on i.enrolment_id = e.id
             where e.edition_id = :edition""";

    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("unchecked")
    void tell(@Observes ClosingAsked asked) {
        LocalDate today = LocalDate.ofInstant(asked.at(), SystemClock.AMSTERDAM);
        List<Tuple> rows = em.createNativeQuery(ASKED, Tuple.class)
                .setParameter("edition", asked.editionId())
                .getResultList();
        Map<UUID, StepState> states = new HashMap<>();
        rows.forEach(row -> states.put(row.get(0, UUID.class), state(row, today)));
        asked.answer(ClosingStep.EVALUATION, states);
    }

    private static StepState state(Tuple row, LocalDate today) {
        if (row.get("asked", Boolean.class)) {
            return StepState.DONE;
        }
        if (row.get("nothing", Boolean.class)) {
            return StepState.notApplicable("nothing");
        }
        LocalDate last = LocalDate.ofInstant(row.get("ends_at", Instant.class), SystemClock.AMSTERDAM);
        if (today.isAfter(last.plusDays(EvaluationClock.DAYS_TO_ANSWER))) {
            return StepState.notApplicable("over");
        }
        return today.isAfter(last) && !row.get("there", Boolean.class)
                ? StepState.notApplicable("not-there")
                : StepState.tooEarly("by-itself");
    }
}
