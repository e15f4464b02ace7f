package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Period;
import nl.kring.crm.security.Role;

/** What is so of an organisation for a while: its status, form, patients and systems. One value of a kind at a time. */
@Stateless
public class OrganisationFacts {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private OrganisationAccess access;

    @Inject
    private AuditTrail audit;

    /**
     * Says what is so from a day on. What was so until then ends on the day before; what is known to begin later stays. For
     * staff of any participant and the platform's administrator; of a participant its own staff.
     *
     * @param from null when nobody knows since when; only while nothing else of this kind is known
     * @return the fact, for taking it back
     * @throws NotFoundException there is no such organisation
     * @throws NotAllowedException it is another participant
     * @throws InvalidInputException the value cannot be one of that kind, or the day is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID set(UUID uuid, OrganisationFactKind kind, String value, LocalDate from) {
        Organisation subject = OrganisationStatements.subject(em, uuid);
        access.requireEdit(subject);
        String kept = OrganisationRules.checked(kind, value);
        em.lock(subject, LockModeType.PESSIMISTIC_WRITE);
        List<OrganisationFact> known = known(subject.getId(), kind);
        if (from == null && !known.isEmpty()) {
            throw new InvalidInputException("date-missing");
        }
        LocalDate last = null;
        for (OrganisationFact fact : known) {
            LocalDate begins = fact.getPeriod().validFrom();
            if (from.equals(begins)) {
                last = fact.getPeriod().validTo();
                fact.withdraw(access.author().at());
            } else if (fact.getPeriod().contains(from)) {
                last = fact.getPeriod().validTo();
                fact.holdUntil(from.minusDays(1));
            } else if (begins != null && begins.isAfter(from) && last == null) {
                last = begins.minusDays(1);
            }
        }
        em.flush();
        OrganisationFact fact = new OrganisationFact(subject, kind, kept, new Period(from, last), access.author());
        em.persist(fact);
        audit.record("organisation.fact-set", subject.getUuid(), kind + " " + fact.getUuid());
        return fact.getUuid();
    }

    /**
     * Takes back what was never so; what was ended for it goes on as before. For the callers of {@link #set}.
     *
     * @throws NotFoundException there is none
     * @throws NotAllowedException it is of another participant
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void withdraw(UUID uuid) {
        OrganisationFact fact = em.createQuery(
                        "select f from OrganisationFact f where f.uuid = :uuid and f.withdrawnAt is null",
                        OrganisationFact.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        access.requireEdit(em.find(Organisation.class, fact.getSubjectId()));
        fact.withdraw(access.author().at());
        em.flush();
        LocalDate first = fact.getPeriod().validFrom();
        known(fact.getSubjectId(), fact.getFact()).stream()
                .filter(before -> first != null
                        && first.minusDays(1).equals(before.getPeriod().validTo()))
                .forEach(before -> before.holdUntil(fact.getPeriod().validTo()));
        audit.record("organisation.fact-withdrawn", uuid, null);
    }

    private List<OrganisationFact> known(Long subject, OrganisationFactKind kind) {
        return em.createQuery("""
                        select f from OrganisationFact f
                         where f.subjectId = :subject and f.fact = :kind and f.withdrawnAt is null""", OrganisationFact.class)
                .setParameter("subject", subject)
                .setParameter("kind", kind)
                .getResultStream()
                .sorted(Comparator.comparing(
                        fact -> fact.getPeriod().validFrom(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }
}
