package nl.kring.crm.accreditation.scheme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The rules of the quality registers, in versions. They are of the world outside, so everybody who is signed in may read them. */
@Stateless
public class Schemes {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** The versions that stand of these registers, the newest first; one without any is left out. For anyone signed in. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Map<String, List<SchemeRules>> versions(Collection<String> codes) {
        return table().versions(List.copyOf(codes));
    }

    /** All registers, in their usual order. For anyone signed in. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public List<String> codes() {
        return em.createQuery("select s.code from Scheme s order by s.position", String.class)
                .getResultList();
    }

    /** The version that judges a period; empty when none is known. For anyone signed in. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Optional<SchemeRules> judging(String code, RegistrationPeriod period) {
        return versions(List.of(code)).getOrDefault(code, List.of()).stream()
                .filter(rules -> rules.judges(period))
                .findFirst();
    }

    /**
     * One version that stands. For anyone signed in.
     *
     * @throws NotFoundException there is none
     */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public SchemeRules version(UUID uuid) {
        return versions(codes()).values().stream()
                .flatMap(List::stream)
                .filter(rules -> rules.uuid().equals(uuid))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Keeps a new version, in the place of another or beside those that stand. For the platform's administrator.
     *
     * @param instead the version whose place it takes; null for none
     * @return the version as it stands from now on
     * @throws EditConflictException the other stands no longer
     * @throws InvalidInputException a rule cannot be, or another version judges some of the same periods
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public UUID keep(UUID instead, SchemeRules wanted) {
        SchemeRules rules = RuleCheck.checked(wanted);
        if (!codes().contains(rules.scheme())) {
            throw new InvalidInputException("accreditation-scheme", rules.scheme());
        }
        if (instead != null && !table().replace(instead, clock.instant())) {
            throw new EditConflictException();
        }
        if (table().overlaps(rules)) {
            throw new InvalidInputException("scheme-overlaps");
        }
        table().write(rules, currentUser.accountId(), clock.instant());
        audit.record(
                "scheme.rules-kept", rules.uuid(), rules.scheme() + (instead == null ? "" : " instead of " + instead));
        return rules.uuid();
    }

    /**
     * Adds a register with the first version of its rules. From then on it is asked for accreditation, courses count for it, professionals have a number and a
     * period in it, and it is delivered to as the others are. For the platform's administrator.
     *
     * @param first its rules; whose they are is said by the register
     * @return the version as it stands from now on
     * @throws InvalidInputException the register or a rule cannot be, or there is one with that code
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public UUID add(NewScheme wanted, SchemeRules first) {
        NewScheme scheme = wanted.checked();
        SchemeRules rules = RuleCheck.checked(scheme.code(), first);
        if (scheme.countsPoints() != rules.countsPoints()) {
            throw new InvalidInputException("scheme-unit");
        }
        NewSchemeTable added = new NewSchemeTable(em);
        if (scheme.peOrganisation() != null && !added.peOrganisations().containsKey(scheme.peOrganisation())) {
            throw new InvalidInputException("scheme-pe-organisation");
        }
        if (!added.write(scheme, rules.countsPoints() ? rules.categories().get(0) : null)) {
            throw new InvalidInputException("scheme-exists", scheme.code());
        }
        table().write(rules, currentUser.accountId(), clock.instant());
        audit.record("scheme.added", rules.uuid(), scheme.code());
        return rules.uuid();
    }

    /** The parts of PE-online that a register may be, by number. For the platform's administrator. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Map<Integer, String> peOrganisations() {
        return new NewSchemeTable(em).peOrganisations();
    }

    /** What registers are called, by code, in their usual order. For anyone signed in. */
    @RolesAllowed(Role.ANYONE_SIGNED_IN)
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        em.createQuery("select s.code, s.name from Scheme s order by s.position", Object[].class)
                .getResultList()
                .forEach(row -> names.put((String) row[0], (String) row[1]));
        return names;
    }

    private SchemeTable table() {
        return new SchemeTable(em);
    }
}
