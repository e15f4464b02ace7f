package nl.kring.crm.evaluation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.UUID;

/** How far the evaluation of an edition is, as it was asked and closed. */
class SoFarTable {

    private static final String STANDS = """
            select v.id is not null as asked, v.closed_at is not null as closed, cast(v.due_on as text) as due,
                   d.state = 'CANCELLED' or exists (
                     select 1 from crm.course_questionnaire q
                      where q.course_id = d.course_id and q.questionnaire_id is null) as nothing,
                   cast((d.ends_at at time zone 'Europe/Amsterdam') as date) < cast(:tooLate as date) as late
              from crm.edition d left join crm.evaluation v on v.edition_id = d.id
             where d.uuid = :edition""";

    private final EntityManager em;

    SoFarTable(EntityManager em) {
        this.em = em;
    }

    /** Of an edition that there is; what ended before the day given is asked no more. */
    EvaluationSoFar of(UUID edition, LocalDate tooLate) {
        Tuple row = (Tuple) em.createNativeQuery(STANDS, Tuple.class)
                .setParameter("edition", edition)
                .setParameter("tooLate", tooLate)
                .getSingleResult();
        String due = row.get("due", String.class);
        return new EvaluationSoFar(state(row), due == null ? null : LocalDate.parse(due));
    }

    private static EvaluationSoFar.State state(Tuple row) {
        if (row.get("asked", Boolean.class)) {
            return row.get("closed", Boolean.class) ? EvaluationSoFar.State.FINISHED : EvaluationSoFar.State.SENT;
        }
        if (row.get("nothing", Boolean.class)) {
            return EvaluationSoFar.State.NOT_NEEDED;
        }
        return row.get("late", Boolean.class) ? EvaluationSoFar.State.NOT_SENT : EvaluationSoFar.State.TO_SEND;
    }
}
