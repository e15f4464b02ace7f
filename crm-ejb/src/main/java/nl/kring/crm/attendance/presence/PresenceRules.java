package nl.kring.crm.attendance.presence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * From which share of a session on somebody counts as having been there, at the courses of the caller's organisation: for all
 * registers, and for those that ask for more or less. What was measured before is not judged again by a new rule for all; points
 * of a register follow its rule the next time that they are settled.
 */
@Stateless
public class PresenceRules {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    /** The rules of the caller's organisation, the one for all registers first; what was never said is {@link PresenceRule#DEFAULT}. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    @SuppressWarnings("unchecked")
    public List<PresenceRule> list() {
        List<Tuple> rows = em.createNativeQuery("""
                        select scheme_code, whole_percent, part_percent from crm.presence_rule
                         where organisation_id = :own and replaced_at is null
                         order by scheme_code nulls first""", Tuple.class)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultList();
        List<PresenceRule> said = rows.stream()
                .map(row -> new PresenceRule(
                        row.get(0, String.class), row.get(1, Integer.class), row.get(2, Integer.class)))
                .toList();
        return said.isEmpty() || said.get(0).scheme() != null
                ? Stream.concat(Stream.of(PresenceRule.DEFAULT), said.stream()).toList()
                : said;
    }

    /**
     * Says which rule holds from now on at the courses of the caller's organisation. For staff.
     *
     * @throws InvalidInputException a share is none, the part is not below the whole, or there is no such register
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void say(PresenceRule rule) {
        if (rule.wholePercent() < 1
                || rule.wholePercent() > 100
                || rule.partPercent() != null
                        && (rule.partPercent() < 1 || rule.partPercent() >= rule.wholePercent())) {
            throw new InvalidInputException("presence-rule");
        }
        if (rule.scheme() != null && !isRegister(rule.scheme())) {
            throw new InvalidInputException("presence-register");
        }
        end(rule.scheme());
        em.createNativeQuery("""
                        insert into crm.presence_rule (organisation_id, scheme_code, whole_percent, part_percent, said_at, account_id)
                        values (:own, cast(:scheme as text), :whole, cast(:part as integer), :now, cast(:account as bigint))""")
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("scheme", rule.scheme())
                .setParameter("whole", rule.wholePercent())
                .setParameter("part", rule.partPercent())
                .setParameter("now", clock.instant())
                .setParameter("account", currentUser.accountId())
                .executeUpdate();
        audit.record("presence.rule", null, rule.scheme() + " " + rule.wholePercent() + " " + rule.partPercent());
    }

    /** A register has no rule of its own any more. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void drop(String scheme) {
        if (scheme != null && end(scheme) > 0) {
            audit.record("presence.rule", null, scheme + " dropped");
        }
    }

    private int end(String scheme) {
        return em.createNativeQuery("""
                        update crm.presence_rule set replaced_at = :now
                         where organisation_id = :own and replaced_at is null
                           and scheme_code is not distinct from cast(:scheme as text)""")
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("scheme", scheme)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private boolean isRegister(String code) {
        return !em.createNativeQuery("select 1 from crm.scheme where code = :code", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }
}
