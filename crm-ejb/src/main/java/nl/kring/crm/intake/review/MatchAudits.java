package nl.kring.crm.intake.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.KnownTo;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * How often the matching is right: rows of registers that it placed on its own are drawn at random and judged by people.
 * Staff draw among whom their organisation knows, the platform's administrator among all; each judges what he or she drew.
 */
@Stateless
public class MatchAudits {

    static final int SIZE = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** Draws up to fifty. For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID draw() {
        boolean all = currentUser.has(Role.PLATFORM_ADMIN);
        Object[] made = (Object[]) em.createNativeQuery("""
                        insert into crm.match_audit (id, uuid, organisation_id, account_id, drawn_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), cast(:organisation as bigint),
                                cast(:account as bigint), :now)
                        returning id, uuid""")
                .setParameter("organisation", currentUser.organisationId())
                .setParameter("account", currentUser.accountId())
                .setParameter("now", clock.instant())
                .getSingleResult();
        int drawn = em.createNativeQuery("""
                        insert into crm.match_audit_row (audit_id, place, record_id)
                        select :audit, cast(row_number() over () as int), x.id
                          from (select r.id
                                  from crm.source_record r
                                 where (r.linked_how = 'AUTOMATIC'
                                        or exists (select 1 from crm.merge_move m join crm.merge_event e on e.id = m.merge_id
                                                    where m.kind = 'SOURCE_RECORD' and m.row_id = r.id and e.how = 'AUTOMATIC'
                                                      and e.undone_at is null))
                                   and (:all or r.person_id in (%s))
                                 order by random() limit :size) x""".formatted(KnownTo.ORGANISATION))
                .setParameter("audit", made[0])
                .setParameter("all", all)
                .setParameter("organisation", all ? Long.valueOf(0) : currentUser.requireOrganisation())
                .setParameter("today", LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM))
                .setParameter("size", SIZE)
                .executeUpdate();
        audit.record("matching.audit-drawn", (UUID) made[1], String.valueOf(drawn));
        return (UUID) made[1];
    }

    /**
     * The next one to judge. For whoever drew it.
     *
     * @return null when all are judged
     * @throws NotFoundException the caller drew no such audit
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public AuditCase next(UUID uuid) {
        Long id = mine(uuid);
        List<?> rows = em.createNativeQuery("""
                        select w.place, r.uuid, r.person_id, p.uuid as person, p.display_name,
                               cast(count(*) over () as int) as open,
                               (select cast(count(*) as int) from crm.match_audit_row x where x.audit_id = w.audit_id) as size
                          from crm.match_audit_row w
                          join crm.source_record r on r.id = w.record_id
                          join crm.person p on p.id = r.person_id
                         where w.audit_id = :audit and w.verdict is null
                         order by w.place limit 1""").setParameter("audit", id).getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        Object[] row = (Object[]) rows.get(0);
        return new AuditCase(
                uuid,
                (Integer) row[0],
                (Integer) row[6],
                (Integer) row[5],
                (UUID) row[3],
                (String) row[4],
                new Sides(em, currentUser.organisationId())
                        .ofRecord((UUID) row[1], ((Number) row[2]).longValue())
                        .sides());
    }

    /**
     * Says whether one was placed rightly; again for changing one's mind. For whoever drew it.
     *
     * @throws NotFoundException the caller drew no such audit, or it has no such place
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void judge(UUID uuid, int place, boolean right) {
        int judged = em.createNativeQuery("""
                        update crm.match_audit_row
                           set verdict = :verdict, judged_by = cast(:account as bigint), judged_at = :now
                         where audit_id = :audit and place = :place""")
                .setParameter("verdict", right ? "RIGHT" : "WRONG")
                .setParameter("account", currentUser.accountId())
                .setParameter("now", clock.instant())
                .setParameter("audit", mine(uuid))
                .setParameter("place", place)
                .executeUpdate();
        if (judged == 0) {
            throw new NotFoundException();
        }
    }

    /** How often all audits together found the matching right. For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Wilson precision() {
        Object[] row = (Object[]) em.createNativeQuery("""
                        select count(*) filter (where verdict = 'RIGHT'), count(verdict) from crm.match_audit_row""").getSingleResult();
        return new Wilson(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    private Long mine(UUID uuid) {
        List<?> rows = em.createNativeQuery(
                        "select id from crm.match_audit where uuid = :uuid and account_id = :account")
                .setParameter("uuid", uuid)
                .setParameter("account", currentUser.accountId())
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotFoundException();
        }
        return ((Number) rows.get(0)).longValue();
    }
}
