package nl.kring.crm.registry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import org.hibernate.Session;

/**
 * Which of what is said of a field is shown. What somebody said by hand always goes before registers; then the criteria of the
 * field, in order. A change is looked at before it is made, and what is shown can be recomputed at any time.
 */
@Stateless
public class SurvivorshipRules {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private GoldenRecords goldenRecords;

    @Inject
    private AuditTrail audit;

    /** The rule of every field. For the platform's administrator. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public List<FieldRule> all() {
        Map<String, List<Criterion>> chosen = chosen();
        return Arrays.stream(PersonField.values())
                .map(field -> new FieldRule(
                        field, chosen.getOrDefault(field.code(), FieldRule.USUAL), !chosen.containsKey(field.code())))
                .toList();
    }

    /**
     * Of how many persons something else would be shown. Nothing changes. For the platform's administrator.
     *
     * @param criteria in order; empty for the usual ones
     * @throws InvalidInputException a criterion is named twice
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public int preview(PersonField field, List<Criterion> criteria) {
        List<Criterion> before = chosen().get(field.code());
        write(field, checked(criteria));
        int changing = em.unwrap(Session.class)
                .doReturningWork(connection -> new Survivorship(connection, today()).wouldChange());
        write(field, before == null ? List.of() : before);
        return changing;
    }

    /**
     * Prefers values of a field in this order from now on, and shows everybody so. For the platform's administrator.
     *
     * @param criteria in order; empty for the usual ones
     * @return of how many persons something else is shown
     * @throws InvalidInputException a criterion is named twice
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public int apply(PersonField field, List<Criterion> criteria) {
        write(field, checked(criteria));
        int changed = goldenRecords.deriveAll();
        audit.record("survivorship.changed", null, field.code() + " " + criteria + " changed " + changed);
        return changed;
    }

    /**
     * Derives what is shown of everybody from nothing but what is said. After a normal day it changes nothing. For the
     * platform's administrator.
     *
     * @return of how many persons something else is shown now
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public int recompute() {
        int changed = goldenRecords.deriveAll();
        audit.record("survivorship.recomputed", null, "changed " + changed);
        return changed;
    }

    private Map<String, List<Criterion>> chosen() {
        Map<String, List<Criterion>> chosen = new HashMap<>();
        for (Object row : em.createNativeQuery(
                        "select field, array_to_string(criteria, ',') from crm.survivorship_rule")
                .getResultList()) {
            Object[] rule = (Object[]) row;
            chosen.put(
                    (String) rule[0],
                    Arrays.stream(((String) rule[1]).split(","))
                            .map(Criterion::valueOf)
                            .toList());
        }
        return chosen;
    }

    private static List<Criterion> checked(List<Criterion> criteria) {
        if (criteria.stream().distinct().count() < criteria.size()) {
            throw new InvalidInputException("survivorship-twice");
        }
        return criteria;
    }

    private void write(PersonField field, List<Criterion> criteria) {
        em.createNativeQuery("delete from crm.survivorship_rule where field = :field")
                .setParameter("field", field.code())
                .executeUpdate();
        if (!criteria.isEmpty()) {
            em.createNativeQuery("""
                            insert into crm.survivorship_rule (field, criteria, account_id, changed_at)
                            values (:field, cast(:criteria as text[]), cast(:account as bigint), :now)""")
                    .setParameter("field", field.code())
                    .setParameter("criteria", criteria.stream().map(Enum::name).toArray(String[]::new))
                    .setParameter("account", currentUser.accountId())
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
    }
}
