package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Period;
import nl.kring.crm.security.Role;

/** How organisations stand to each other, each relation with its own dates. */
@Stateless
public class OrganisationRelations {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private OrganisationAccess access;

    @Inject
    private AuditTrail audit;

    /**
     * Says that one organisation stands to another, read from left to right. For staff of any participant and the
     * platform's administrator; between participants, or one and another organisation, the staff of such a participant.
     *
     * @return the relation, for ending it or taking it back
     * @throws NotFoundException one of them does not exist
     * @throws NotAllowedException it is about a participant that the caller does not work for
     * @throws InvalidInputException an organisation to itself, a last day before the first, or it was so already
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID relate(UUID from, RelationKind kind, UUID to, LocalDate first, LocalDate last) {
        Organisation one = OrganisationStatements.subject(em, from);
        Organisation other = OrganisationStatements.subject(em, to);
        access.requireEdit(one, other);
        if (kind == null || one.equals(other)) {
            throw new InvalidInputException("organisation-relation");
        }
        Period period = new Period(first, last);
        boolean already = em.createQuery("""
                        select r from OrganisationRelation r
                         where r.fromId = :from and r.toId = :to and r.kind = :kind and r.withdrawnAt is null""", OrganisationRelation.class)
                .setParameter("from", one.getId())
                .setParameter("to", other.getId())
                .setParameter("kind", kind)
                .getResultStream()
                .anyMatch(relation -> relation.getPeriod().overlaps(period));
        if (already) {
            throw new InvalidInputException("organisation-related-already");
        }
        OrganisationRelation relation =
                new OrganisationRelation(one.getId(), kind, other.getId(), period, access.author());
        em.persist(relation);
        audit.record("organisation.related", one.getUuid(), relation.getUuid() + " " + other.getUuid());
        return relation.getUuid();
    }

    /**
     * Ends a relation after its last day. For the callers of {@link #relate}.
     *
     * @throws NotFoundException there is none
     * @throws NotAllowedException it is about a participant that the caller does not work for
     * @throws InvalidInputException the last day is missing or before the first
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void end(UUID uuid, LocalDate last) {
        OrganisationRelation relation = editable(uuid);
        if (last == null) {
            throw new InvalidInputException("date-missing");
        }
        relation.endOn(last);
        audit.record("organisation.relation-ended", uuid, null);
    }

    /**
     * Takes back a relation that was never so. For the callers of {@link #relate}.
     *
     * @throws NotFoundException there is none
     * @throws NotAllowedException it is about a participant that the caller does not work for
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void withdraw(UUID uuid) {
        editable(uuid).withdraw(access.author().at());
        audit.record("organisation.relation-withdrawn", uuid, null);
    }

    private OrganisationRelation editable(UUID uuid) {
        OrganisationRelation relation = em.createQuery(
                        "select r from OrganisationRelation r where r.uuid = :uuid and r.withdrawnAt is null",
                        OrganisationRelation.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        access.requireEdit(
                em.find(Organisation.class, relation.getFromId()), em.find(Organisation.class, relation.getToId()));
        return relation;
    }
}
