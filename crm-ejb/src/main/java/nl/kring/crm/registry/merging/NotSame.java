package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who is not the same as whom: said by hand or by taking a merge back, obeyed until a merge lifts it with a reason. */
class NotSame {

    /** Who says it, where, why, and with which merge taken back (null for none). */
    record Saying(Long organisationId, Long accountId, String reason, Long mergeId, Instant at) {}

    /** All persons that are one of two clusters now, with their rows of registers. */
    private static final String CLUSTERS = """
            with recursive pair as (
              select p.one, p.other, p.place from unnest(cast(:ones as bigint[]), cast(:others as bigint[]))
                     with ordinality as p (one, other, place)),
            member (place, side, id, uuid) as (
              select p.place, s.side, x.id, x.uuid
                from pair p cross join lateral (values (1, p.one), (2, p.other)) as s (side, id)
                join crm.person x on x.id = s.id
              union all
              select m.place, m.side, x.id, x.uuid from member m join crm.person x on x.merged_into_id = m.id)
            """;

    private static final String DIVIDED = "select crm.kept_apart(cast(:ones as bigint[]), cast(:others as bigint[]))";

    private static final String OF_ORGANISATIONS = """
              from crm.not_same n
              join crm.organisation a on a.uuid = n.one_uuid
              join crm.organisation b on b.uuid = n.other_uuid
              join unnest(cast(:ones as bigint[]), cast(:others as bigint[])) with ordinality as p (one, other, place)
                on p.one in (crm.organisation_survivor(a.id), crm.organisation_survivor(b.id))
               and p.other in (crm.organisation_survivor(a.id), crm.organisation_survivor(b.id))
             where n.subject = 'ORGANISATION' and n.lifted_by is null""";

    private static final String LIFT_ORGANISATIONS =
            "update crm.not_same x set lifted_by = :merge where x.id in (select n.id " + OF_ORGANISATIONS + ")";

    private static final String LIFT = CLUSTERS + """
            update crm.not_same n
               set lifted_by = :merge
             where n.lifted_by is null and (
                   exists (select 1 from member a join member b on b.side = 3 - a.side
                            where n.one_uuid = a.uuid and n.other_uuid = b.uuid)
                or exists (select 1 from crm.not_same_record x
                             join crm.source_record r on r.register_id = x.register_id and r.source_key = x.source_key
                             join member a on a.id = r.person_id and a.side = 1
                             join crm.not_same_record y on y.not_same_id = x.not_same_id and y.side = 3 - x.side
                             join crm.source_record s on s.register_id = y.register_id and s.source_key = y.source_key
                             join member b on b.id = s.person_id and b.side = 2
                            where x.not_same_id = n.id))""";

    private static final String SAY = """
            with said as (
              insert into crm.not_same (id, uuid, subject, one_uuid, other_uuid, merge_id, organisation_id, account_id, reason, said_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), '{subject}', a.uuid, b.uuid, cast(:merge as bigint),
                     cast(:organisation as bigint), cast(:account as bigint), cast(:reason as text), :now
                from {subjects} a, {subjects} b where a.id = :one and b.id = :other
              returning id, uuid),
            divided as (
              insert into crm.not_same_record (not_same_id, side, register_id, source_key)
              select d.id, case when r.{owner} = :one then 1 else 2 end, r.register_id, r.source_key
                from said d join crm.source_record r on r.{owner} in (:one, :other))
            select uuid from said""";

    private final EntityManager em;
    private final Subject subject;

    NotSame(EntityManager em, Subject subject) {
        this.em = em;
        this.subject = subject;
    }

    /** The places in the list of those that must not be merged. */
    Set<Integer> divided(List<MergePlan> plans) {
        Set<Integer> places = new HashSet<>();
        for (Object place : ofPlans(subject == Subject.PERSON ? DIVIDED : "select p.place" + OF_ORGANISATIONS, plans)
                .getResultList()) {
            places.add(((Number) place).intValue() - 1);
        }
        return places;
    }

    void lift(MergePlan plan, Long merge) {
        ofPlans(subject == Subject.PERSON ? LIFT : LIFT_ORGANISATIONS, List.of(plan))
                .setParameter("merge", merge)
                .executeUpdate();
    }

    /** Keeps it, with the rows of registers that each of them has now. */
    UUID say(Long one, Long other, Saying saying) {
        return (UUID) em.createNativeQuery(subject.fill(SAY))
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("merge", saying.mergeId())
                .setParameter("organisation", saying.organisationId())
                .setParameter("account", saying.accountId())
                .setParameter("reason", saying.reason())
                .setParameter("now", saying.at())
                .getSingleResult();
    }

    private Query ofPlans(String sql, List<MergePlan> plans) {
        return em.createNativeQuery(sql)
                .setParameter("ones", plans.stream().map(MergePlan::survivorId).toArray(Long[]::new))
                .setParameter("others", plans.stream().map(MergePlan::mergedId).toArray(Long[]::new));
    }

    /** Both sides of every division by register and key, and by person for what was typed in. */
    List<Division> divisions() {
        List<?> rows = em.createNativeQuery("""
                        with side as (
                          select r.not_same_id, r.side, g.code as register, r.source_key as key
                            from crm.not_same_record r join crm.source_register g on g.id = r.register_id
                          union all
                          select n.id, 1, '', n.one_uuid::text from crm.not_same n
                          union all
                          select n.id, 2, '', n.other_uuid::text from crm.not_same n)
                        select a.register, a.key, b.register, b.key
                          from crm.not_same n
                          join side a on a.not_same_id = n.id and a.side = 1
                          join side b on b.not_same_id = n.id and b.side = 2
                         where n.lifted_by is null and n.subject = 'PERSON'""").getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Division((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }
}
