package nl.kring.crm.attendance.presence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.VerificationCode;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The codes by which people are let in. They are random, made when they are first asked for, and stay; who takes a seat over gets
 * another one.
 */
@Stateless
public class PresenceCodes {

    private static final String DOOR = "/attendance/check-in.xhtml?code=";
    private static final String WALL = "/attendance/scan-wall.xhtml?code=";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    /**
     * What the caller shows at the door. For a professional who has a seat.
     *
     * @throws NotFoundException it is not the caller's enrolment, or it has no seat
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public PresenceCode mine(UUID enrolment) {
        Tuple row = one("""
                        select n.id, c.title, p.display_name, d.starts_at, d.ends_at
                          from crm.enrolment n
                          join crm.person p on p.id = n.person_id
                          join crm.edition d on d.id = n.edition_id
                          join crm.course c on c.id = d.course_id
                         where n.uuid = :key and n.person_id = :mine
                           and n.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')""", enrolment, currentUser.personId());
        return code("crm.presence_code", "enrolment_id", row, DOOR);
    }

    /**
     * What hangs on the wall of a session. For staff of the organisers.
     *
     * @throws NotFoundException there is no such session, or other organisations organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public PresenceCode wall(UUID session) {
        Tuple row = one("""
                        select s.id, c.title, s.title, s.starts_at, s.ends_at
                          from crm.session s
                          join crm.edition d on d.id = s.edition_id
                          join crm.course c on c.id = d.course_id
                         where s.uuid = :key
                           and (c.organiser_id = :mine
                                or exists (select 1 from crm.course_co_organiser o
                                            where o.course_id = c.id and o.organisation_id = :mine))""", session, currentUser.requireOrganisation());
        return code("crm.wall_code", "session_id", row, WALL);
    }

    @SuppressWarnings("unchecked")
    private Tuple one(String query, UUID key, Long mine) {
        List<Tuple> rows = mine == null
                ? List.of()
                : em.createNativeQuery(query, Tuple.class)
                        .setParameter("key", key)
                        .setParameter("mine", mine)
                        .getResultList();
        return rows.stream().findFirst().orElseThrow(NotFoundException::new);
    }

    /** The one that there is; two who ask at the same moment get the same. */
    private PresenceCode code(String table, String of, Tuple row, String page) {
        Long id = row.get(0, Long.class);
        em.createNativeQuery("insert into %s (%s, code, made_at) values (:id, :code, :now) on conflict do nothing"
                        .formatted(table, of))
                .setParameter("id", id)
                .setParameter("code", VerificationCode.random().text())
                .setParameter("now", clock.instant())
                .executeUpdate();
        String code =
                (String) em.createNativeQuery("select code from %s where %s = :id".formatted(table, of), String.class)
                        .setParameter("id", id)
                        .getSingleResult();
        return new PresenceCode(
                code,
                Settings.baseUrl() + page + code,
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, Instant.class));
    }
}
