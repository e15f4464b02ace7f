package nl.kring.crm.registry.merging;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.Workplaces;
import nl.kring.crm.security.CurrentUser;

/** Makes organisations one, and two again. Rights are checked by who calls. */
@Dependent
class OrganisationMerging {

    /** What would stand between an organisation and itself. */
    private static final String PART_FROM_EACH_OTHER = """
            with gone as (
              update crm.organisation_relation r set withdrawn_at = :now, version = r.version + 1
                from crm.merge_event e
               where e.id = :merge and r.withdrawn_at is null
                 and (r.from_id = e.survivor_id and r.to_id = e.merged_id or r.from_id = e.merged_id and r.to_id = e.survivor_id)
              returning r.id, r.version)
            insert into crm.merge_change (merge_id, kind, row_id, version_after) select :merge, 'RELATION', id, version from gone""";

    /** Who works at both works there once. */
    private static final String WORK_ONCE = """
            with gone as (
              update crm.affiliation a set withdrawn_at = :now, version = a.version + 1
                from crm.merge_collision c
               where c.merge_id = :merge and c.source = 'AFFILIATION' and a.id = c.merged_row and a.withdrawn_at is null
              returning a.id, a.version)
            insert into crm.merge_change (merge_id, kind, row_id, version_after) select :merge, 'AFFILIATION', id, version from gone""";

    private static final String CHOOSE = """
            with said as (
              insert into crm.organisation_statement (id, uuid, subject_id, field, value, organisation_id, account_id, said_at, reason)
              select nextval('crm.entity_seq'), gen_random_uuid(), :subject, s.field, s.value,
                     coalesce(cast(:organisation as bigint), s.organisation_id), cast(:account as bigint), :now, cast(:reason as text)
                from crm.said_of_organisation s
               where s.subject_id in (:subject, :merged) and s.uuid = :said and s.field = :field and not s.private
              returning id)
            insert into crm.merge_change (merge_id, kind, row_id) select :merge, 'STATEMENT', id from said""";

    /** What nobody changed since is as it was. */
    private static final String RESTORE = """
            with relation as (
              update crm.organisation_relation r set withdrawn_at = null, version = r.version + 1
                from crm.merge_change c
               where c.merge_id = :merge and c.kind = 'RELATION' and r.id = c.row_id and r.version = c.version_after),
            affiliation as (
              update crm.affiliation a set withdrawn_at = null, version = a.version + 1
                from crm.merge_change c
               where c.merge_id = :merge and c.kind = 'AFFILIATION' and a.id = c.row_id and a.version = c.version_after)
            update crm.organisation_statement s set withdrawn_at = :now, version = s.version + 1
              from crm.merge_change c
             where c.merge_id = :merge and c.kind = 'STATEMENT' and s.id = c.row_id and s.withdrawn_at is null""";

    /** Rows that came since are of the survivor only as long as they look so. */
    private static final String LEAVE_LATER_ROWS = """
            delete from crm.not_same_record x
             using crm.not_same n, crm.merge_event e, crm.source_record r
             where n.merge_id = :merge and e.id = :merge and n.lifted_by is null and x.not_same_id = n.id and x.side = 1
               and r.register_id = x.register_id and r.source_key = x.source_key
               and not 'SOURCE_RECORD:' || r.id || ':0' = any (e.kept)""";

    private static final String PERSONS = """
            select r.person_id from crm.merge_move m join crm.source_record r on r.id = m.row_id
             where m.merge_id = :merge and m.kind = 'SOURCE_RECORD'
            union
            select a.person_id from crm.merge_move m join crm.affiliation a on a.id = m.row_id
             where m.merge_id = :merge and m.kind = 'AFFILIATION'
            union
            select a.person_id from crm.merge_change c join crm.affiliation a on a.id = c.row_id
             where c.merge_id = :merge and c.kind = 'AFFILIATION'""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Workplaces workplaces;

    @Inject
    private GoldenRecords goldenRecords;

    @Inject
    private DerivedAffiliations derivedAffiliations;

    @Inject
    private Event<RowsOfOrganisations> asked;

    /** Everything that goes along, also of the components above. */
    RowsOfOrganisations rows() {
        RowsOfOrganisations rows = new RowsOfOrganisations();
        rows.tell(OrganisationRows.ALL);
        asked.fire(rows);
        return rows;
    }

    /** The merge; refuses what somebody said is not the same, unless the reason lifts it. */
    Long merge(MergePlan plan, MergeReason reason, Map<OrganisationField, UUID> chosen) {
        em.flush();
        MergeLedger ledger = ledger();
        List<Long> both = List.of(plan.survivorId(), plan.mergedId());
        ledger.lock(both);
        ledger.requireStanding(both);
        NotSame notSame = new NotSame(em, Subject.ORGANISATION);
        if (!reason.lifting() && !notSame.divided(List.of(plan)).isEmpty()) {
            throw new MergeRefused.NotTheSame();
        }
        Long merge = ledger.write(List.of(plan), reason, author()).get(0);
        if (reason.lifting()) {
            notSame.lift(plan, merge);
        }
        dated(PART_FROM_EACH_OTHER, merge);
        new RowMover(em, clock.instant(), Subject.ORGANISATION).move(rows().tables(), List.of(merge));
        dated(WORK_ONCE, merge);
        chosen.forEach((field, said) -> choose(merge, plan, reason, field, said));
        ledger.bury(List.of(merge));
        em.createNativeQuery("delete from crm.practice_key where organisation_id = :merged")
                .setParameter("merged", plan.mergedId())
                .executeUpdate();
        derive(merge, both);
        return merge;
    }

    /** Two again, which are not the same from now on. */
    void unmerge(MergeLedger.Written merge, String reason) {
        em.flush();
        MergeLedger ledger = ledger();
        ledger.lock(List.of(merge.mergedId(), merge.survivorId(), merge.rootId()));
        MergeLedger.Links links = ledger.links(merge.id());
        if (!links.root().equals(merge.rootId())) {
            throw new MergeRefused.Overtaken();
        }
        ledger.close(merge, author(), reason);
        new RowReturn(
                        em,
                        clock.instant(),
                        Subject.ORGANISATION,
                        new Undoing(merge.id(), merge.mergedId(), links.merges(), links.kinds(), Set.of()))
                .giveBack(rows().tables());
        dated(RESTORE, merge.id());
        new NotSame(em, Subject.ORGANISATION)
                .say(
                        merge.rootId(),
                        merge.mergedId(),
                        new NotSame.Saying(
                                currentUser.organisationId(),
                                currentUser.accountId(),
                                reason,
                                merge.id(),
                                clock.instant()));
        em.createNativeQuery(LEAVE_LATER_ROWS).setParameter("merge", merge.id()).executeUpdate();
        derive(merge.id(), List.of(merge.rootId(), merge.mergedId()));
    }

    private void choose(Long merge, MergePlan plan, MergeReason reason, OrganisationField field, UUID said) {
        int made = em.createNativeQuery(CHOOSE)
                .setParameter("subject", plan.survivorId())
                .setParameter("merged", plan.mergedId())
                .setParameter("organisation", currentUser.organisationId())
                .setParameter("account", currentUser.accountId())
                .setParameter("now", clock.instant())
                .setParameter("reason", reason.text())
                .setParameter("said", said)
                .setParameter("field", field.code())
                .setParameter("merge", merge)
                .executeUpdate();
        if (made == 0) {
            throw new InvalidInputException("merge-choice");
        }
    }

    /** What is shown of them, and of everybody who works there. */
    private void derive(Long merge, List<Long> organisations) {
        workplaces.derive(organisations);
        Set<Long> persons = new TreeSet<>();
        for (Object id :
                em.createNativeQuery(PERSONS).setParameter("merge", merge).getResultList()) {
            persons.add(((Number) id).longValue());
        }
        goldenRecords.derive(persons);
        derivedAffiliations.derive(persons);
        em.clear();
    }

    private void dated(String sql, Long merge) {
        em.createNativeQuery(sql)
                .setParameter("merge", merge)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private MergeLedger ledger() {
        return new MergeLedger(em, Subject.ORGANISATION);
    }

    private MergeLedger.Author author() {
        return new MergeLedger.Author(currentUser.organisationId(), currentUser.accountId(), clock.instant());
    }
}
