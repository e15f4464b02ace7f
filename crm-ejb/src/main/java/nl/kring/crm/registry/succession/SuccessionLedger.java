package nl.kring.crm.registry.succession;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.registry.organisation.Author;
import nl.kring.crm.registry.organisation.Organisation;

/** Applies a succession and takes it back, with an account of every row that it touched. */
class SuccessionLedger {

    private final EntityManager em;

    SuccessionLedger(EntityManager em) {
        this.em = em;
    }

    /** Writes the succession down with what it did. Answers its number and how many periods moved. */
    UUID apply(Parties parties, Author author) {
        SuccessionPlan plan = parties.plan();
        UUID uuid = UUID.randomUUID();
        Long id = ((Number) em.createNativeQuery("""
                        insert into crm.succession (id, uuid, kind, on_date, organisation_id, account_id, reason, applied_at)
                        values (nextval('crm.entity_seq'), :uuid, :kind, :day, cast(:organisation as bigint),
                                cast(:account as bigint), :reason, :now) returning id""")
                        .setParameter("uuid", uuid)
                        .setParameter("kind", plan.kind().name())
                        .setParameter("day", plan.day())
                        .setParameter("organisation", author.organisationId())
                        .setParameter("account", author.accountId())
                        .setParameter("reason", plan.reason())
                        .setParameter("now", author.at())
                        .getSingleResult())
                .longValue();
        Map<String, String> effect = new LinkedHashMap<>();
        effect.put(
                "old",
                parties.predecessors().stream()
                        .map(each -> each.getId().toString())
                        .toList()
                        .toString());
        effect.put(
                "new",
                parties.successors().stream()
                        .map(each -> each.getId().toString())
                        .toList()
                        .toString());
        for (MovedTable table : MovedTable.PEOPLE) {
            effect.put(table.title(), move(table, parties, author, id));
        }
        if (parties.closing(em)) {
            for (MovedTable table : MovedTable.RELATIONS) {
                effect.put(table.title(), move(table, parties, author, id));
            }
            effect.put("facts", new FactMover(em).move(parties, author));
            effect.put("closed", close(parties));
        }
        effect.put("SUCCEEDS", "{\"ended\":[],\"made\":" + succeed(parties, author, id) + "}");
        em.createNativeQuery("update crm.succession set effect = cast(:effect as jsonb) where id = :id")
                .setParameter(
                        "effect",
                        effect.entrySet().stream()
                                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                                .collect(Collectors.joining(",", "{", "}")))
                .setParameter("id", id)
                .executeUpdate();
        return uuid;
    }

    /** Takes it back; what was added since stays. */
    void undo(Long id, Instant now) {
        for (MovedTable table : List.of(
                MovedTable.AFFILIATIONS,
                MovedTable.MEMBERS,
                MovedTable.MEMBERSHIPS,
                MovedTable.RELATIONS_FROM,
                MovedTable.RELATIONS_TO,
                MovedTable.SUCCEEDS)) {
            PeriodMover mover = new PeriodMover(em, table);
            mover.takeBack(id, now);
            mover.reopen(id);
        }
        new FactMover(em).undo(id, now);
        em.createNativeQuery("""
                update crm.organisation o set valid_to = c."to", version = o.version + 1
                  from crm.succession s cross join lateral jsonb_to_recordset(s.effect -> 'closed') as c (id bigint, "to" date)
                 where s.id = :id and o.id = c.id and o.valid_to = s.on_date - 1""").setParameter("id", id).executeUpdate();
        em.createNativeQuery("update crm.succession set undone_at = :now, version = version + 1 where id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    private String move(MovedTable table, Parties parties, Author author, Long succession) {
        PeriodMover mover = new PeriodMover(em, table);
        StringBuilder made = new StringBuilder();
        StringBuilder ended = new StringBuilder();
        for (Organisation successor : parties.successors()) {
            List<Long> rows = mover.affected(
                    parties.predecessorIds(),
                    parties.involvedIds(),
                    parties.plan().day(),
                    parties.chosenFor(successor, table));
            made.append(bare(mover.begin(
                    rows,
                    successor.getId(),
                    parties.plan().day(),
                    author,
                    parties.plan().reason(),
                    succession)));
            ended.append(bare(mover.end(rows, parties.plan().day(), author, succession)));
        }
        return "{\"ended\":[" + joined(ended) + "],\"made\":[" + joined(made) + "]}";
    }

    private static String bare(String list) {
        return list.substring(1, list.length() - 1).isBlank() ? "" : list.substring(1, list.length() - 1) + ",";
    }

    private static String joined(StringBuilder list) {
        return list.isEmpty() ? "" : list.substring(0, list.length() - 1);
    }

    private String succeed(Parties parties, Author author, Long succession) {
        return (String) em.createNativeQuery("""
                with made as (
                  insert into crm.organisation_relation (id, uuid, from_id, to_id, kind, valid_from, organisation_id, account_id,
                                                         succession_id, created_at)
                  select nextval('crm.entity_seq'), gen_random_uuid(), n.id, o.id, 'SUCCEEDS', :day,
                         cast(:organisation as bigint), cast(:account as bigint), :succession, :now
                    from unnest(cast(:new as bigint[])) as n (id) cross join unnest(cast(:old as bigint[])) as o (id)
                   where not exists (select 1 from crm.organisation_relation x
                                      where x.from_id = n.id and x.to_id = o.id and x.kind = 'SUCCEEDS' and x.withdrawn_at is null
                                        and (x.valid_to is null or x.valid_to >= :day))
                  returning id, valid_to, version)
                select cast(coalesce(jsonb_agg(jsonb_build_object('id', id, 'to', valid_to, 'version', version)), '[]') as text)
                  from made""")
                .setParameter("day", parties.plan().day())
                .setParameter("organisation", author.organisationId())
                .setParameter("account", author.accountId())
                .setParameter("succession", succession)
                .setParameter("now", author.at())
                .setParameter("new", PeriodMover.array(parties.successorIds()))
                .setParameter("old", PeriodMover.array(parties.predecessorIds()))
                .getSingleResult();
    }

    /** Who takes part stays, because its staff goes on signing in for it; the others end on the day before. */
    private String close(Parties parties) {
        return (String) em.createNativeQuery("""
                with before as (select o.id, o.valid_to from crm.organisation o
                                 where o.id = any (cast(:old as bigint[])) and not o.participant
                                   and (o.valid_to is null or o.valid_to >= :day)
                                   and (o.valid_from is null or o.valid_from < :day) for update),
                closed as (
                  update crm.organisation o set valid_to = cast(:day as date) - 1, version = o.version + 1
                    from before b where b.id = o.id returning o.id)
                select cast(coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'to', b.valid_to)), '[]') as text)
                  from closed c join before b on b.id = c.id""")
                .setParameter("old", PeriodMover.array(parties.predecessorIds()))
                .setParameter("day", parties.plan().day())
                .getSingleResult();
    }
}
