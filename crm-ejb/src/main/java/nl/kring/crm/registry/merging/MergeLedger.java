package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.platform.NotFoundException;

/** The merges as they were written down, and whom they are about, locked in the order of their numbers. */
class MergeLedger {

    /** One merge as it stands, and whom its survivor is now. */
    record Written(
            Long id, UUID uuid, Long survivorId, Long mergedId, Long organisationId, boolean undone, Long rootId) {}

    /** A merge with those that led on from its survivor since, whom they end with, and what went along with it. */
    record Links(List<Long> merges, Long root, Set<String> kinds) {}

    /** Who merges, and when. */
    record Author(Long organisationId, Long accountId, Instant at) {}

    private static final String ROOTS = """
            select p.uuid, {root}(p.id) from {subjects} p where p.uuid = any (:uuids)""";

    private static final String WRITE = """
            insert into crm.merge_event (id, uuid, subject, survivor_id, merged_id, how, reason, score, model_version,
                                         organisation_id, account_id, merged_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), '{subject}', p.survivor, p.merged, cast(:how as text),
                   cast(:reason as text), p.score, cast(:model as text), cast(:organisation as bigint),
                   cast(:account as bigint), :now
              from unnest(cast(:survivors as bigint[]), cast(:merged as bigint[]), cast(:scores as numeric[]))
                   with ordinality as p (survivor, merged, score, place)
             order by p.place
            returning id""";

    private static final String LINKS = """
            with recursive link as (
              select e.id, e.survivor_id, 1 as place from crm.merge_event e where e.id = :merge
              union all
              select n.id, n.survivor_id, l.place + 1
                from link l
                join crm.merge_event n on n.subject = '{subject}' and n.merged_id = l.survivor_id and n.undone_at is null)
            select l.id, l.survivor_id, (select string_agg(distinct m.kind, ' ') from crm.merge_move m where m.merge_id = :merge)
              from link l order by l.place""";

    private static final String CLOSE = """
            with done as (
              update crm.merge_event
                 set undone_at = :now, undone_by = cast(:account as bigint), undone_reason = cast(:reason as text)
               where id = :id),
            parted as (
              update crm.merge_collision
                 set state = 'RESOLVED', decision = 'UNMERGED', decided_by = cast(:account as bigint), decided_at = :now
               where merge_id = :id and state in ('OPEN', 'QUIET'))
            update {subjects}
               set merged_into_id = case when id = :merged then null else merged_into_id end, version = version + 1
             where id in (:merged, :root)""";

    private final EntityManager em;
    private final Subject subject;

    MergeLedger(EntityManager em, Subject subject) {
        this.em = em;
        this.subject = subject;
    }

    /** Whom these are now; refuses when one does not exist. */
    @SuppressWarnings("unchecked")
    Map<UUID, Long> roots(Collection<UUID> uuids) {
        Map<UUID, Long> roots = new HashMap<>();
        List<Object[]> rows =
                query(ROOTS).setParameter("uuids", uuids.toArray(UUID[]::new)).getResultList();
        rows.forEach(row -> roots.put((UUID) row[0], ((Number) row[1]).longValue()));
        if (!roots.keySet().containsAll(uuids)) {
            throw new NotFoundException();
        }
        return roots;
    }

    /** The two as they are now, which may be one. Refuses what does not exist. */
    MergePlan plan(UUID survivor, UUID merged) {
        if (survivor == null || merged == null) {
            throw new NotFoundException();
        }
        Map<UUID, Long> roots = roots(Stream.of(survivor, merged).distinct().toList());
        return new MergePlan(roots.get(survivor), roots.get(merged), null);
    }

    /** The same two with the one that is wanted as the survivor, or the older (null). */
    MergePlan staying(MergePlan plan, UUID survivor) {
        Long stays = survivor == null
                ? Long.valueOf(Math.min(plan.survivorId(), plan.mergedId()))
                : roots(List.of(survivor)).get(survivor);
        if (!List.of(plan.survivorId(), plan.mergedId()).contains(stays)) {
            throw new NotFoundException();
        }
        return new MergePlan(
                stays, stays.equals(plan.survivorId()) ? plan.mergedId() : plan.survivorId(), plan.score());
    }

    /** Who would be two again. */
    MergePair pair(UUID merge) {
        Written written = get(merge, false);
        return new MergePair(
                uuidOf(written.rootId()),
                uuidOf(written.mergedId()),
                nameOf(written.rootId()),
                nameOf(written.mergedId()),
                written.undone());
    }

    /** Nobody writes a fact of theirs meanwhile. */
    void lock(Collection<Long> persons) {
        query("select id from {subjects} where id = any (cast(:ids as bigint[])) order by id for update")
                .setParameter("ids", new TreeSet<>(persons).toArray(Long[]::new))
                .getResultList();
    }

    /** Refuses when one of them was merged before the lock was had. */
    void requireStanding(Collection<Long> persons) {
        boolean gone = !query("""
                        select id from {subjects} where id = any (cast(:ids as bigint[])) and merged_into_id is not null""")
                .setParameter("ids", persons.toArray(Long[]::new))
                .getResultList()
                .isEmpty();
        if (gone) {
            throw new MergeRefused.Overtaken();
        }
    }

    List<Long> write(List<MergePlan> plans, MergeReason reason, Author author) {
        return longs(query(WRITE)
                .setParameter(
                        "survivors", plans.stream().map(MergePlan::survivorId).toArray(Long[]::new))
                .setParameter("merged", plans.stream().map(MergePlan::mergedId).toArray(Long[]::new))
                .setParameter("scores", plans.stream().map(MergePlan::score).toArray(Double[]::new))
                .setParameter("how", reason.how().name())
                .setParameter("reason", reason.text())
                .setParameter("model", reason.modelVersion())
                .setParameter("organisation", author.organisationId())
                .setParameter("account", author.accountId())
                .setParameter("now", author.at()));
    }

    /** From now on who was merged points to the survivor. */
    void bury(List<Long> merges) {
        query("""
                        update {subjects} p
                           set merged_into_id = case when p.id = e.merged_id then e.survivor_id else p.merged_into_id end,
                               version = p.version + 1
                          from crm.merge_event e
                         where e.id = any (cast(:merges as bigint[])) and p.id in (e.merged_id, e.survivor_id)""").setParameter("merges", merges.toArray(Long[]::new)).executeUpdate();
    }

    /** A merge, locked when it is to be taken back. */
    Written get(UUID uuid, boolean lock) {
        return rows(query("""
                        select id, uuid, survivor_id, merged_id, organisation_id, undone_at is not null, {root}(survivor_id)
                          from crm.merge_event where uuid = :uuid and subject = '{subject}'""" + (lock ? " for update" : "")).setParameter("uuid", uuid)).stream()
                .map(row -> new Written(
                        ((Number) row[0]).longValue(),
                        (UUID) row[1],
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue(),
                        row[4] == null ? null : ((Number) row[4]).longValue(),
                        (Boolean) row[5],
                        ((Number) row[6]).longValue()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    Links links(Long merge) {
        List<Object[]> links = rows(query(LINKS).setParameter("merge", merge));
        Object[] last = links.get(links.size() - 1);
        String kinds = (String) last[2];
        return new Links(
                links.stream().map(row -> ((Number) row[0]).longValue()).toList(),
                ((Number) last[1]).longValue(),
                kinds == null ? Set.of() : Set.of(kinds.split(" ")));
    }

    /** The merge is taken back, and who was merged stands alone. */
    void close(Written merge, Author author, String reason) {
        query(CLOSE)
                .setParameter("now", author.at())
                .setParameter("account", author.accountId())
                .setParameter("reason", reason)
                .setParameter("id", merge.id())
                .setParameter("merged", merge.mergedId())
                .setParameter("root", merge.rootId())
                .executeUpdate();
    }

    List<UUID> uuids(List<Long> merges) {
        List<UUID> found = new ArrayList<>();
        for (Object uuid : query(
                        "select uuid from crm.merge_event where id = any (cast(:merges as bigint[])) order by id")
                .setParameter("merges", merges.toArray(Long[]::new))
                .getResultList()) {
            found.add((UUID) uuid);
        }
        return found;
    }

    UUID uuidOf(Long personId) {
        return (UUID) query("select uuid from {subjects} where id = :id")
                .setParameter("id", personId)
                .getSingleResult();
    }

    String nameOf(Long personId) {
        return (String) query("select {label} from {subjects} where id = :id")
                .setParameter("id", personId)
                .getSingleResult();
    }

    private Query query(String sql) {
        return em.createNativeQuery(subject.fill(sql));
    }

    private static List<Long> longs(Query query) {
        List<Long> ids = new ArrayList<>();
        for (Object id : query.getResultList()) {
            ids.add(((Number) id).longValue());
        }
        return ids;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
