package nl.kring.crm.attendance.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/** Deliveries in the database; every list is one query, however long it is. */
final class DeliveryTable {

    private static final String LINES =
            "select x.*, p.uuid as person_uuid, p.display_name, p.initials, p.profession, p.sort_name,"
                    + " c.display_name as by_name from (" + DeliverySql.ROWS + ") as x"
                    + " join crm.person p on p.id = x.person_id left join crm.account c on c.id = x.account_id"
                    + " order by p.sort_name, x.enrolment_id, x.position";

    /** What is due is done by hand; with a register, of that one alone. */
    private static final String ENTER = """
            insert into crm.credit_delivery as known (enrolment_id, scheme_code, state, number, changed_at, account_id)
            select x.enrolment_id, x.scheme_code, 'ENTERED', x.number, :now, cast(:account as bigint)
              from (%s) as x
             where x.state = 'READY' and x.earned > 0 and (cast(:scheme as text) is null or x.scheme_code = :scheme)
            on conflict (enrolment_id, scheme_code, coalesce(session_id, 0)) do update
               set state = 'ENTERED', number = excluded.number, error_code = null, error_text = null,
                   changed_at = excluded.changed_at, account_id = excluded.account_id
             where known.state in ('CHECKED', 'CORRECTED')""".formatted(DeliverySql.ROWS);

    private static final String TAKE_BACK = """
            update crm.credit_delivery d
               set state = 'CORRECTED', error_code = null, error_text = null, changed_at = :now, account_id = cast(:account as bigint)
              from crm.enrolment e
             where e.id = d.enrolment_id and e.edition_id = :edition and d.state = :state
               and (cast(:scheme as text) is null or d.scheme_code = :scheme)
               and (cast(:enrolment as uuid) is null or e.uuid = :enrolment)""";

    private final EntityManager em;

    DeliveryTable(EntityManager em) {
        this.em = em;
    }

    /** Nobody else changes deliveries of the edition until the transaction ends. */
    void lock(UUID edition) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('delivery'), hashtext(:edition)) as text)")
                .setParameter("edition", edition.toString())
                .getSingleResult();
    }

    List<DeliveryLine> lines(Long edition) {
        return rows(em.createNativeQuery(LINES, Tuple.class).setParameter("edition", edition)).stream()
                .map(DeliveryTable::line)
                .toList();
    }

    private static DeliveryLine line(Tuple row) {
        String profession = row.get("profession", String.class);
        String reason = row.get("reason", String.class);
        return new DeliveryLine(
                row.get("enrolment_uuid", UUID.class),
                row.get("person_uuid", UUID.class),
                row.get("display_name", String.class),
                row.get("initials", String.class),
                row.get("sort_name", String.class),
                profession == null ? null : Profession.valueOf(profession),
                row.get("scheme_code", String.class),
                row.get("scheme_name", String.class),
                row.get("number", String.class),
                row.get("paste", String.class),
                DeliveryState.valueOf(row.get("state", String.class)),
                reason == null ? null : DeliveryReason.valueOf(reason),
                row.get("error_code", String.class),
                row.get("error_text", String.class),
                ((Number) row.get("earned")).intValue(),
                Boolean.TRUE.equals(row.get("checked", Boolean.class)),
                row.get("by_name", String.class),
                row.get("changed_at", Instant.class));
    }

    int enter(Long edition, String scheme, Long account, Instant now) {
        return em.createNativeQuery(ENTER)
                .setParameter("edition", edition)
                .setParameter("scheme", scheme)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** What was done in that way is to be done again; null for all registers, or for all participants. */
    int takeBack(Long edition, String state, String scheme, UUID enrolment, Long account, Instant now) {
        return em.createNativeQuery(TAKE_BACK)
                .setParameter("edition", edition)
                .setParameter("state", state)
                .setParameter("scheme", scheme)
                .setParameter("enrolment", enrolment)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The participant is in no such register; nothing that was done is touched by it. */
    int none(Long edition, UUID enrolment, String scheme, Long account, Instant now) {
        return em.createNativeQuery("""
                        insert into crm.credit_delivery as known (enrolment_id, scheme_code, state, changed_at, account_id)
                        select x.enrolment_id, x.scheme_code, 'NONE', :now, cast(:account as bigint)
                          from (%s) as x
                         where x.enrolment_uuid = :enrolment and x.scheme_code = :scheme and x.state in ('READY', 'BLOCKED')
                        on conflict (enrolment_id, scheme_code, coalesce(session_id, 0)) do update
                           set state = 'NONE', changed_at = excluded.changed_at, account_id = excluded.account_id
                         where known.state in ('CHECKED', 'CORRECTED')""".formatted(DeliverySql.ROWS))
                .setParameter("edition", edition)
                .setParameter("enrolment", enrolment)
                .setParameter("scheme", scheme)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
