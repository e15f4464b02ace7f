package nl.kring.crm.registry.merging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What was said about two not being the same, and was a slip. A merge with a reason lifts what was meant. */
@Stateless
public class Separations {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<PersonsSettled> settled;

    /**
     * Takes back that two are not the same, as if it had never been said. For staff of the organisation that said it and the
     * platform's administrator.
     *
     * @throws NotFoundException nothing of the kind was said there
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void withdraw(UUID said) {
        withdraw("uuid", said);
    }

    /** The same for what taking a merge back has said, which was a slip itself. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void withdrawOfMerge(UUID merge) {
        withdraw(
                "merge_id",
                em.createNativeQuery("select id from crm.merge_event where uuid = :merge")
                        .setParameter("merge", merge)
                        .getSingleResult());
    }

    private void withdraw(String column, Object value) {
        List<?> found = em.createNativeQuery("""
                        select n.id, n.uuid, n.organisation_id, a.id as one, b.id as other
                          from crm.not_same n
                          join crm.person a on a.uuid = n.one_uuid
                          join crm.person b on b.uuid = n.other_uuid
                         where n.lifted_by is null and n.%s = :value for update of n""".formatted(column))
                .setParameter("value", value)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Object[] row = (Object[]) found.get(0);
        if (!currentUser.worksFor(row[2] == null ? null : number(row[2]))) {
            throw new NotFoundException();
        }
        em.createNativeQuery("delete from crm.not_same_record where not_same_id = :id")
                .setParameter("id", row[0])
                .executeUpdate();
        em.createNativeQuery("delete from crm.not_same where id = :id")
                .setParameter("id", row[0])
                .executeUpdate();
        settled.fire(new PersonsSettled(List.of(number(row[3]), number(row[4]))));
        audit.record("person.not-the-same-withdrawn", (UUID) row[1], null);
    }

    private static Long number(Object value) {
        return ((Number) value).longValue();
    }
}
