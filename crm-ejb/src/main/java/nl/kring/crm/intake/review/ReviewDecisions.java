package nl.kring.crm.intake.review;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.security.CurrentUser;

/** What was decided, with the items that each decision closed. */
class ReviewDecisions {

    enum Kind {
        SAME,
        OTHER,
        TOGETHER
    }

    /** A decision that stands. */
    record Made(Long id, UUID uuid, Kind kind, Long organisationId, List<UUID> merges, UUID said) {}

    private final EntityManager em;
    private final Instant now;
    private final Long account;
    private final Long organisation;

    static ReviewDecisions of(EntityManager em, Instant now, CurrentUser caller) {
        return new ReviewDecisions(em, now, caller.accountId(), caller.organisationId());
    }

    private ReviewDecisions(EntityManager em, Instant now, Long account, Long organisation) {
        this.em = em;
        this.now = now;
        this.account = account;
        this.organisation = organisation;
    }

    Made write(Kind kind, List<UUID> merges, UUID said) {
        Object[] row = (Object[]) em.createNativeQuery("""
                        insert into crm.review_decision (id, uuid, kind, organisation_id, account_id, decided_at, merges, said)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), :kind, cast(:organisation as bigint),
                                cast(:account as bigint), :now, cast(:merges as uuid[]), cast(:said as uuid))
                        returning id, uuid""")
                .setParameter("kind", kind.name())
                .setParameter("organisation", organisation)
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("merges", merges.stream().map(UUID::toString).toArray(String[]::new))
                .setParameter("said", said == null ? null : said.toString())
                .getSingleResult();
        return new Made(((Number) row[0]).longValue(), (UUID) row[1], kind, organisation, merges, said);
    }

    /** All open items that ask the same of the same two, however many persons each of them was once. */
    List<Long> alike(Long one, Long other) {
        return ids(em.createNativeQuery("""
                        with recursive member (side, id) as (
                          select * from (values (1, cast(:one as bigint)), (2, cast(:other as bigint))) as s (side, id)
                          union all
                          select m.side, x.id from member m join crm.person x on x.merged_into_id = m.id)
                        select i.id
                          from member m
                          join crm.review_item i on i.one_id = m.id and i.state = 'OPEN'
                          join member n on n.id = i.other_id and n.side <> m.side
                         order by i.id for update of i""")
                .setParameter("one", one)
                .setParameter("other", other)
                .getResultList());
    }

    void close(List<Long> items, Made made) {
        em.createNativeQuery("""
                        update crm.review_item
                           set state = :state, decision_id = :decision, decided_by = cast(:account as bigint), decided_at = :now,
                               organisation_id = cast(:organisation as bigint), taken_by = null, taken_until = null,
                               version = version + 1
                         where id in (:items)""")
                .setParameter("state", made.kind() == Kind.OTHER ? "OTHER" : "SAME")
                .setParameter("decision", made.id())
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("organisation", organisation)
                .setParameter("items", items)
                .executeUpdate();
    }

    /** What the caller decided last and still stands; null when nothing does. */
    Made last() {
        return first("d.account_id = :value", account);
    }

    private Made first(String condition, Object value) {
        List<?> rows = em.createNativeQuery(
                        "select d.id, d.uuid, d.kind, d.organisation_id, d.merges, d.said from crm.review_decision d"
                                + " where d.undone_at is null and " + condition
                                + " order by d.id desc limit 1 for update")
                .setParameter("value", value)
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        Object[] row = (Object[]) rows.get(0);
        return new Made(
                ((Number) row[0]).longValue(),
                (UUID) row[1],
                Kind.valueOf((String) row[2]),
                row[3] == null ? null : ((Number) row[3]).longValue(),
                List.of((UUID[]) row[4]),
                (UUID) row[5]);
    }

    /** Opens again what a decision closed, unless a later run asked anew. */
    List<Long> reopen(Made made) {
        em.createNativeQuery("update crm.review_decision set undone_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", made.id())
                .executeUpdate();
        return ids(em.createNativeQuery("""
                        update crm.review_item i
                           set state = 'OPEN', decision_id = null, decided_by = null, decided_at = null, organisation_id = null,
                               version = version + 1
                         where i.decision_id = :id
                           and not exists (select 1 from crm.review_item x
                                            where x.one_id = i.one_id and x.other_id = i.other_id and x.state = 'OPEN')
                        returning i.id""").setParameter("id", made.id()).getResultList());
    }

    private static List<Long> ids(List<?> rows) {
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
