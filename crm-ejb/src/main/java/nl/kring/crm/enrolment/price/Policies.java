package nl.kring.crm.enrolment.price;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The cancellation policies of each organisation. Its staff make and change them; a change is a new version, for who enrols
 * from then on. Those of another organisation do not exist for them.
 */
@Stateless
public class Policies {

    private static final int LONGEST_NAME = 100;
    private static final int HIGHEST_CENTS = 100_000_00;
    private static final int MOST_DAYS = 365;
    private static final int MOST_TIERS = 10;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** Those of the caller's organisation, the usual one first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<PolicyLine> list() {
        return em.createQuery("""
                        select p, v, (select count(o) from PolicyVersion o where o.policyId = p.id)
                          from Policy p, PolicyVersion v
                         where p.organisationId = :own and p.retiredAt is null and v.policyId = p.id
                           and not exists (select 1 from PolicyVersion l where l.policyId = p.id
                                              and (l.madeAt > v.madeAt or l.madeAt = v.madeAt and l.id > v.id))
                         order by p.usual desc, lower(p.name), p.id""", Object[].class)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultStream()
                .map(row -> line((Policy) row[0], (PolicyVersion) row[1], ((Long) row[2]).intValue()))
                .toList();
    }

    private static PolicyLine line(Policy policy, PolicyVersion said, int versions) {
        return new PolicyLine(
                policy.getUuid(),
                policy.getName(),
                policy.isUsual(),
                said.terms(),
                said.getMadeAt(),
                versions,
                policy.getVersion());
    }

    /**
     * One of the own. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public PolicyLine get(UUID uuid) {
        return list().stream()
                .filter(line -> line.uuid().equals(uuid))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Adds one; the first is the usual one. For staff.
     *
     * @throws InvalidInputException a value cannot be, or there is one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID add(String name, CancellationTerms terms) {
        Long own = currentUser.requireOrganisation();
        boolean first = list().isEmpty();
        Policy policy = new Policy(own, free(name, null), clock.instant());
        policy.becomeUsual(first);
        em.persist(policy);
        em.persist(new PolicyVersion(policy.getId(), checked(terms), currentUser.accountId(), clock.instant()));
        em.flush();
        audit.record("policy.added", policy.getUuid(), null);
        return policy.getUuid();
    }

    /**
     * Says it otherwise for who enrols from now on; who enrolled before stays under what it said then. For staff.
     *
     * @param version what the caller read
     * @throws NotFoundException the caller's organisation has none such
     * @throws EditConflictException somebody else changed it since that version
     * @throws InvalidInputException a value cannot be, or there is another one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void change(UUID uuid, long version, String name, CancellationTerms terms) {
        Policy policy = own(uuid);
        if (policy.getVersion() != version) {
            throw new EditConflictException();
        }
        policy.call(free(name, policy));
        CancellationTerms wanted = checked(terms);
        if (!get(uuid).terms().equals(wanted)) {
            em.lock(policy, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            em.persist(new PolicyVersion(policy.getId(), wanted, currentUser.accountId(), clock.instant()));
        }
        em.flush();
        audit.record("policy.changed", uuid, null);
    }

    /**
     * Holds where an edition of the organisation chooses none. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void makeUsual(UUID uuid) {
        Policy policy = own(uuid);
        em.createQuery("select p from Policy p where p.organisationId = :own and p.usual", Policy.class)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultList()
                .forEach(before -> before.becomeUsual(false));
        em.flush();
        policy.becomeUsual(true);
        em.flush();
        audit.record("policy.usual", uuid, null);
    }

    /**
     * Can be chosen no more; editions that chose it keep it. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     * @throws InvalidInputException it is the usual one
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void retire(UUID uuid) {
        Policy policy = own(uuid);
        if (policy.isUsual()) {
            throw new InvalidInputException("policy-in-use");
        }
        policy.retire(clock.instant());
        audit.record("policy.retired", uuid, null);
    }

    private Policy own(UUID uuid) {
        return em.createQuery(
                        "select p from Policy p where p.uuid = :uuid and p.organisationId = :own and p.retiredAt is null",
                        Policy.class)
                .setParameter("uuid", uuid)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private String free(String typed, Policy itself) {
        String name = TypedText.line(typed, LONGEST_NAME);
        if (name == null) {
            throw new InvalidInputException("policy-name-missing");
        }
        boolean taken = !em.createQuery("""
                        select p.id from Policy p
                         where p.organisationId = :own and lower(p.name) = lower(:name) and p.retiredAt is null
                           and p.id <> :itself""", Long.class)
                .setParameter("own", currentUser.requireOrganisation())
                .setParameter("name", name)
                .setParameter("itself", itself == null ? 0L : itself.getId())
                .getResultList()
                .isEmpty();
        if (taken) {
            throw new InvalidInputException("policy-name-taken", name);
        }
        return name;
    }

    private static CancellationTerms checked(CancellationTerms terms) {
        Set<Integer> days = new HashSet<>();
        int size = terms.tiers().size();
        boolean tiersFit = size >= 1
                && size <= MOST_TIERS
                && terms.tiers().get(size - 1).fromDays() == 0
                && terms.tiers().stream().allMatch(tier -> tier.fromDays() <= MOST_DAYS && days.add(tier.fromDays()));
        if (!tiersFit) {
            throw new InvalidInputException("policy-tiers");
        }
        boolean amountsFit = terms.tiers().stream()
                        .allMatch(tier -> tier.percent() >= 0
                                && tier.percent() <= 100
                                && isAmount(tier.minimumCents())
                                && isAmount(tier.fixedCents()))
                && isAmount(terms.noShowCents())
                && isAmount(terms.freeMeetingCents())
                && isTerm(terms.freeMeetingDays())
                && isTerm(terms.coolingOffDays());
        if (!amountsFit) {
            throw new InvalidInputException("policy-amounts", HIGHEST_CENTS / 100);
        }
        return terms;
    }

    private static boolean isAmount(int cents) {
        return cents >= 0 && cents <= HIGHEST_CENTS;
    }

    private static boolean isTerm(int days) {
        return days >= 0 && days <= MOST_DAYS;
    }
}
