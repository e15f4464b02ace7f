package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.attendance.delivery.DeliveryTable.rows;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Editions still to come whose deliveries would fail; one query, in which each edition is judged as its own list judges it. */
final class BlockedTable {

    private static final String BLOCKED = """
            select coming.uuid, coming.title, coming.starts_at, coming.ends_at, b.scheme_name, b.reason, count(*) as participants
              from (select e.id, e.uuid, c.title, e.starts_at, e.ends_at
                      from crm.edition e join crm.course c on c.id = e.course_id
                     where e.state in ('PUBLISHED', 'OPEN', 'CLOSED') and e.ends_at > :now
                       and (cast(:until as timestamptz) is null or e.starts_at < cast(:until as timestamptz))
                       and (c.organiser_id = :own or exists (select 1 from crm.course_co_organiser o
                                                              where o.course_id = c.id and o.organisation_id = :own))
                       and (exists (select 1 from crm.accreditation_request r where r.course_id = c.id)
                            or exists (select 1 from crm.accreditation w where w.course_id = c.id and w.points > 0))
                       and exists (select 1 from crm.enrolment n where n.edition_id = e.id and n.state = 'CONFIRMED')
                     order by e.starts_at, e.id limit :most) as coming
             cross join lateral (%s) as b
             where b.state = 'BLOCKED'
             group by coming.id, coming.uuid, coming.title, coming.starts_at, coming.ends_at, b.position, b.scheme_name, b.reason
             order by coming.starts_at, coming.id, b.position, b.reason""".formatted(DeliverySql.ROWS.replace(":edition", "coming.id"));

    private final EntityManager em;

    BlockedTable(EntityManager em) {
        this.em = em;
    }

    /**
     * The soonest first.
     *
     * @param until the moment before which they begin; null for all
     * @param most how many editions are looked at
     */
    List<BlockedEdition> coming(Long organisation, Instant now, Instant until, int most) {
        Map<UUID, BlockedEdition> found = new LinkedHashMap<>();
        rows(em.createNativeQuery(BLOCKED, Tuple.class)
                        .setParameter("own", organisation)
                        .setParameter("now", now)
                        .setParameter("until", until == null ? null : until.toString())
                        .setParameter("most", most))
                .forEach(row -> found.computeIfAbsent(
                                row.get("uuid", UUID.class),
                                edition -> new BlockedEdition(
                                        edition,
                                        row.get("title", String.class),
                                        row.get("starts_at", Instant.class),
                                        row.get("ends_at", Instant.class),
                                        new ArrayList<>()))
                        .problems()
                        .add(new BlockedEdition.Problem(
                                row.get("scheme_name", String.class),
                                DeliveryReason.valueOf(row.get("reason", String.class)),
                                ((Number) row.get("participants")).intValue())));
        return List.copyOf(found.values());
    }
}
