package nl.kring.crm.registry.affiliation;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** An act under way: remembers what it makes and what stood there before it alters something. */
class Changing {

    private record Step(Dated row, boolean begun, LocalDate from, LocalDate to, boolean derived, Instant withdrawn) {}

    private final String what;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Long, Boolean> accounts = new LinkedHashMap<>();

    Changing(String what) {
        this.what = what;
    }

    /** After it was made. */
    void begun(Dated row) {
        steps.add(new Step(row, true, null, null, false, null));
    }

    /** Before it is altered. What this act made or altered before is not altered twice. */
    void altering(Dated row) {
        if (steps.stream().noneMatch(step -> step.row.equals(row))) {
            steps.add(new Step(
                    row,
                    false,
                    row.getPeriod().validFrom(),
                    row.getPeriod().validTo(),
                    row.isDerived(),
                    row.getWithdrawnAt()));
        }
    }

    /** An account that was made, or that may no longer sign in. */
    void account(Long accountId, boolean made) {
        accounts.put(accountId, made);
    }

    String what() {
        return what;
    }

    int count() {
        return steps.size() + accounts.size();
    }

    List<UUID> begun() {
        return steps.stream()
                .filter(Step::begun)
                .map(step -> step.row.getUuid())
                .toList();
    }

    /** Writes down what it came to, with the versions that it leaves behind. */
    void write(EntityManager em, AffiliationChange change) {
        em.flush();
        for (Step step : steps) {
            em.createNativeQuery("""
                    insert into crm.affiliation_change_step
                      (change_id, subject, row_id, begun, valid_from, valid_to, derived, withdrawn_at, version_after)
                    values (:change, :subject, :row, :begun, cast(:from as date), cast(:to as date), :derived,
                            cast(:withdrawn as timestamptz), :version)""")
                    .setParameter("change", change.getId())
                    .setParameter("subject", step.row.getClass().getSimpleName().toUpperCase(Locale.ROOT))
                    .setParameter("row", step.row.getId())
                    .setParameter("begun", step.begun)
                    .setParameter("from", step.from)
                    .setParameter("to", step.to)
                    .setParameter("derived", step.derived)
                    .setParameter("withdrawn", step.withdrawn)
                    .setParameter("version", step.row.getVersion())
                    .executeUpdate();
        }
        for (Map.Entry<Long, Boolean> account : accounts.entrySet()) {
            em.createNativeQuery("""
                    insert into crm.affiliation_change_step (change_id, subject, row_id, begun, version_after)
                    values (:change, 'ACCOUNT', :row, :begun, 0)""")
                    .setParameter("change", change.getId())
                    .setParameter("row", account.getKey())
                    .setParameter("begun", account.getValue())
                    .executeUpdate();
        }
    }
}
