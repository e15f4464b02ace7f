package nl.kring.crm.evaluation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.SystemClock;

/**
 * Asks participants from the day after the last session on what they thought of it, reminds who has not answered, closes what is due
 * and lets go what was kept long enough.
 */
@Stateless
public class EvaluationClock {

    static final int DAYS_TO_ANSWER = 14;

    private static final int FIRST_REMINDER = 5;
    private static final int SECOND_REMINDER = 12;
    private static final int DAYS_TO_FOLLOW_UP = 14;
    private static final int LEAST_ANSWERS = 5;
    private static final int YEARS_KEPT = 2;
    private static final int EDITIONS_AT_ONCE = 50;
    private static final int MAILS_AT_ONCE = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private EvaluationOutside outside;

    @Inject
    private AuditTrail audit;

    /** By day, a few times an hour. Who was recorded as present only later is asked when that is known. */
    @Schedule(hour = "8-20", minute = "3/15", timezone = "Europe/Amsterdam", persistent = false)
    @PermitAll
    public void look() {
        EvaluationTable table = new EvaluationTable(em);
        if (!table.alone()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, SystemClock.AMSTERDAM);
        Instant morning = today.atStartOfDay(SystemClock.AMSTERDAM).toInstant();
        Instant earliest = today.minusDays(DAYS_TO_ANSWER)
                .atStartOfDay(SystemClock.AMSTERDAM)
                .toInstant();
        for (Long edition : table.toAsk(morning, earliest, EDITIONS_AT_ONCE)) {
            table.begin(edition, today, DAYS_TO_ANSWER);
            List<Long> invited = table.invite(edition, today);
            outside.mail(EvaluationMail.ASKED, table.recipients(invited), table);
            audit.record("evaluation.sent", em.find(Edition.class, edition).getUuid(), "count " + invited.size());
        }
        List<Long> late = table.toRemind(today, FIRST_REMINDER, SECOND_REMINDER, MAILS_AT_ONCE);
        outside.remind(table.recipients(late), table);
        table.close(today, now, EvaluationRule.USUAL_LOW_MARK, LEAST_ANSWERS, EDITIONS_AT_ONCE)
                .forEach(closed -> outside.followUp(closed, today.plusDays(DAYS_TO_FOLLOW_UP)));
        Instant old = now.atZone(SystemClock.AMSTERDAM)
                .minus(YEARS_KEPT, ChronoUnit.YEARS)
                .toInstant();
        int condensed = table.condense(old, now, EDITIONS_AT_ONCE);
        if (condensed > 0) {
            audit.record("evaluation.condensed", null, "count " + condensed);
        }
    }
}
