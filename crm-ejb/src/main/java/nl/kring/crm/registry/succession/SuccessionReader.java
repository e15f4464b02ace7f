package nl.kring.crm.registry.succession;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;

/** Reads what a succession would move, and what one that was applied did. */
class SuccessionReader {

    private static final String MOVED = """
            select t.uuid, t.%1$s, %2$s, o.name, cast(t.valid_from as text), cast(t.valid_to as text)
              from %3$s t join crm.organisation o on o.id = t.%4$s %5$s
             where t.id = any (cast(:rows as bigint[]))
             order by 3, t.%1$s, t.valid_from limit %6$s""";

    private final EntityManager em;

    SuccessionReader(EntityManager em) {
        this.em = em;
    }

    SuccessionPreview preview(Parties parties, List<SuccessionPreview.Consequence> consequences) {
        List<Long> affiliations = rows(MovedTable.AFFILIATIONS, parties);
        List<Long> members = rows(MovedTable.MEMBERS, parties);
        List<Long> memberships = rows(MovedTable.MEMBERSHIPS, parties);
        List<SuccessionPreview.Moved> belonging = new ArrayList<>(members(members));
        belonging.addAll(moved(
                "kind",
                "g.name",
                "crm.membership",
                "holder_id",
                "join crm.organisation g on g.id = t.organisation_id",
                memberships));
        List<SuccessionPreview.Moved> relations = new ArrayList<>();
        if (!parties.isSplit()) {
            relations.addAll(moved(
                    "kind",
                    "g.name",
                    "crm.organisation_relation",
                    "from_id",
                    "join crm.organisation g on g.id = t.to_id",
                    rows(MovedTable.RELATIONS_FROM, parties)));
            relations.addAll(moved(
                    "kind",
                    "g.name",
                    "crm.organisation_relation",
                    "to_id",
                    "join crm.organisation g on g.id = t.from_id",
                    rows(MovedTable.RELATIONS_TO, parties)));
        }
        return new SuccessionPreview(
                parties.plan().kind(),
                parties.plan().day(),
                sides(parties.predecessors()),
                sides(parties.successors()),
                affiliations(affiliations),
                affiliations.size(),
                belonging,
                members.size() + memberships.size(),
                relations,
                facts(parties),
                consequences);
    }

    SuccessionOutcome outcome(UUID uuid, boolean mayUndo) {
        Object[] row = rows(em.createNativeQuery("""
                        select s.kind, cast(s.on_date as text), s.reason, s.applied_at, s.undone_at,
                               (select coalesce(sum(jsonb_array_length(e.value -> 'ended')), 0) from jsonb_each(s.effect) e
                                 where jsonb_typeof(e.value) = 'object' and e.key <> 'facts'), s.id
                          from crm.succession s where s.uuid = :uuid""").setParameter("uuid", uuid)).stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Long id = ((Number) row[6]).longValue();
        return new SuccessionOutcome(
                uuid,
                SuccessionKind.valueOf((String) row[0]),
                LocalDate.parse((String) row[1]),
                (String) row[2],
                (Instant) row[3],
                (Instant) row[4],
                mayUndo && row[4] == null,
                sides(parties(id, "old")),
                sides(parties(id, "new")),
                ((Number) row[5]).intValue(),
                added(id));
    }

    /** The organisations of a succession that was applied: {@code old} or {@code new}. */
    List<Organisation> parties(Long succession, String side) {
        List<Long> ids = PeriodMover.longs(em.createNativeQuery(
                        "select cast(x.value as bigint) from crm.succession s cross join lateral jsonb_array_elements_text(s.effect -> :side) x"
                                + " where s.id = :id",
                        Long.class)
                .setParameter("side", side)
                .setParameter("id", succession));
        return em.createQuery("select o from Organisation o where o.id in :ids order by o.name", Organisation.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** What was added or changed at the successors since, and therefore stays. */
    private List<SuccessionPreview.Moved> added(Long succession) {
        String since = """
                select t.id from %1$s t join crm.succession s on s.id = :id
                 where t.organisation_id in (select cast(x.value as bigint) from jsonb_array_elements_text(s.effect -> 'new') x)
                   and t.withdrawn_at is null
                   and (t.created_at > s.applied_at or s.undone_at is not null and t.succession_id = s.id)
                   and (t.succession_id is distinct from s.id or s.undone_at is not null)""";
        List<SuccessionPreview.Moved> added = new ArrayList<>(
                affiliations(PeriodMover.longs(em.createNativeQuery(since.formatted("crm.affiliation"), Long.class)
                        .setParameter("id", succession))));
        added.addAll(members(PeriodMover.longs(em.createNativeQuery(since.formatted("crm.membership"), Long.class)
                .setParameter("id", succession))));
        return added;
    }

    private List<Long> rows(MovedTable table, Parties parties) {
        return new PeriodMover(em, table)
                .affected(
                        parties.predecessorIds(),
                        parties.involvedIds(),
                        parties.plan().day(),
                        null);
    }

    private List<SuccessionPreview.Moved> affiliations(List<Long> rows) {
        return moved(
                "role",
                "p.display_name",
                "crm.affiliation",
                "organisation_id",
                "join crm.person p on p.id = t.person_id",
                rows);
    }

    private List<SuccessionPreview.Moved> members(List<Long> rows) {
        return moved(
                "kind",
                "coalesce(p.display_name, h.name)",
                "crm.membership",
                "organisation_id",
                "left join crm.person p on p.id = t.person_id left join crm.organisation h on h.id = t.holder_id",
                rows);
    }

    private List<SuccessionPreview.Moved> moved(
            String what, String who, String table, String place, String join, List<Long> rows) {
        return rows(em.createNativeQuery(MOVED.formatted(what, who, table, place, join, SuccessionPreview.SHOWN))
                        .setParameter("rows", PeriodMover.array(rows)))
                .stream()
                .map(row -> new SuccessionPreview.Moved(
                        (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], day(row[4]), day(row[5])))
                .toList();
    }

    private List<SuccessionPreview.Fact> facts(Parties parties) {
        return rows(em.createNativeQuery("""
                select o.name, f.fact, f.value from crm.organisation_fact f join crm.organisation o on o.id = f.subject_id
                 where f.subject_id = any (cast(:old as bigint[])) and f.withdrawn_at is null
                   and (f.valid_from is null or f.valid_from < :day) and (f.valid_to is null or f.valid_to >= :day)
                 order by o.name, f.fact""")
                        .setParameter("old", PeriodMover.array(parties.predecessorIds()))
                        .setParameter("day", parties.plan().day()))
                .stream()
                .map(row -> new SuccessionPreview.Fact((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    private static List<SuccessionPreview.Side> sides(List<Organisation> organisations) {
        return organisations.stream()
                .map(each ->
                        new SuccessionPreview.Side(each.getUuid(), each.getName(), each.getAgb(), each.isParticipant()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static LocalDate day(Object text) {
        return text == null ? null : LocalDate.parse((String) text);
    }
}
