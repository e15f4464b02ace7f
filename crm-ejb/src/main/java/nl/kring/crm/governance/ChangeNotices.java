package nl.kring.crm.governance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What others changed of the persons that an organisation looks after: seen, or reverted with one click. */
@Stateless
public class ChangeNotices {

    private static final int LONGEST = 200;

    /** A change that was taken back meanwhile needs no notice. */
    private static final String OPEN = """
            select n.uuid, p.uuid, p.display_name, n.field, s.value, s.prefix, cast(s.valid_from as text), s.reason, o.code,
                   n.created_at
              from crm.change_notice n
              join crm.person p on p.id = n.person_id
              join crm.organisation o on o.id = n.organisation_id
              join crm.statement s on s.uuid = n.statement_uuid and s.withdrawn_at is null
             where n.seen_at is null and n.reverted_at is null
               and (cast(:steward as bigint) is null or n.steward_id = :steward)
             order by n.id desc""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Persons persons;

    @Inject
    private AuditTrail audit;

    /**
     * What was not seen yet, the newest first. For staff, of what their organisation looks after; for the platform's
     * administrator everything.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<NoticeLine> unseen() {
        Long steward = currentUser.has(Role.PLATFORM_ADMIN) ? null : currentUser.requireOrganisation();
        return rows(em.createNativeQuery(OPEN).setParameter("steward", steward).setMaxResults(LONGEST)).stream()
                .map(row -> new NoticeLine(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        row[6] == null ? null : LocalDate.parse((String) row[6]),
                        (String) row[7],
                        (String) row[8],
                        (Instant) row[9]))
                .toList();
    }

    /**
     * Has seen it and leaves it so. For staff of the steward and the platform's administrator.
     *
     * @throws NotFoundException there is none, or another organisation is told
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void see(UUID uuid) {
        forMe(uuid).see(currentUser.accountId(), clock.instant());
        audit.record("notice.seen", uuid, null);
    }

    /**
     * Takes back what was changed; what is shown is again what it was. For the callers and with the refusals of
     * {@link #see}. Once more does nothing.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void revert(UUID uuid) {
        ChangeNotice notice = forMe(uuid);
        persons.withdraw(notice.getStatementUuid());
        notice.revert(currentUser.accountId(), clock.instant());
        audit.record("notice.reverted", uuid, notice.getStatementUuid().toString());
    }

    private ChangeNotice forMe(UUID uuid) {
        return em.createQuery("select n from ChangeNotice n where n.uuid = :uuid", ChangeNotice.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .filter(notice -> currentUser.worksFor(notice.getStewardId()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
