package nl.kring.crm.registry.merging;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.PersonField;

/** Which value is to be shown, chosen at a merge: said by hand, and withdrawn with the merge. */
class ChosenValues {

    private static final String SAY = """
            insert into crm.statement (id, uuid, person_id, field, value, prefix, qualifier, organisation_id, account_id, said_at,
                                       reason, act, valid_from, valid_to, override_reason)
            select nextval('crm.entity_seq'), gen_random_uuid(), :person, s.field, s.value, s.prefix, s.qualifier,
                   coalesce(cast(:organisation as bigint), s.organisation_id), cast(:account as bigint), :now,
                   cast(:reason as text), 'CORRECTION', s.valid_from, s.valid_to, s.override_reason
              from crm.said s
             where s.person_id in (:person, :merged) and s.uuid = :said and s.field = :field and not s.private
            returning id""";

    private final EntityManager em;

    ChosenValues(EntityManager em) {
        this.em = em;
    }

    /** Before the merge is derived; refuses what neither of them has, or somebody keeps to itself. */
    void say(Long merge, MergePlan plan, Map<PersonField, UUID> chosen, MergeLedger.Author author, String reason) {
        for (Map.Entry<PersonField, UUID> choice : chosen.entrySet()) {
            List<?> made = em.createNativeQuery(SAY)
                    .setParameter("person", plan.survivorId())
                    .setParameter("merged", plan.mergedId())
                    .setParameter("said", choice.getValue())
                    .setParameter("field", choice.getKey().code())
                    .setParameter("organisation", author.organisationId())
                    .setParameter("account", author.accountId())
                    .setParameter("now", author.at())
                    .setParameter("reason", reason)
                    .getResultList();
            if (made.isEmpty()) {
                throw new InvalidInputException("merge-choice");
            }
            Long said = ((Number) made.get(0)).longValue();
            em.createNativeQuery("""
                            insert into crm.merge_change (merge_id, kind, row_id) values (:merge, 'STATEMENT', :statement)""")
                    .setParameter("merge", merge)
                    .setParameter("statement", said)
                    .executeUpdate();
            em.createNativeQuery("""
                            update crm.merge_event set kept = kept || ('STATEMENT:' || :statement || ':0') where id = :merge""")
                    .setParameter("merge", merge)
                    .setParameter("statement", said)
                    .executeUpdate();
        }
    }

    void withdraw(Long merge, Instant now) {
        em.createNativeQuery("""
                        update crm.statement s set withdrawn_at = :now, version = s.version + 1
                          from crm.merge_change c
                         where c.merge_id = :merge and c.kind = 'STATEMENT' and s.id = c.row_id and s.withdrawn_at is null""")
                .setParameter("merge", merge)
                .setParameter("now", now)
                .executeUpdate();
    }
}
