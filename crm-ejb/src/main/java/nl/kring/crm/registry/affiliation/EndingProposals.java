package nl.kring.crm.registry.affiliation;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What may end with something that ends: one statement. With an affiliation at a practice go what else the person does
 * there, at its GP group and post, and what he or she belongs to by it; with a departure everything.
 */
class EndingProposals {

    private static final String OPEN = """
            %1$s.withdrawn_at is null and (%1$s.valid_to is null or %1$s.valid_to > :day)
            """;

    private static final String QUERY = """
            with linked as (
              select cast(:organisation as bigint) as id
              union
              select m.organisation_id from crm.membership m where m.holder_id = :organisation and %2$s
              union
              select r.to_id from crm.organisation_relation r
               where r.from_id = :organisation and %3$s and r.kind in ('PART_OF', 'LOCATION_OF')
              union
              select r.from_id from crm.organisation_relation r
               where r.to_id = :organisation and %3$s and r.kind = 'LOCATION_OF'),
            elsewhere as (
              select exists (select 1 from crm.affiliation a join crm.organisation o on o.id = a.organisation_id
                              where a.person_id = :person and %1$s and cast(:organisation as bigint) is not null
                                and o.kind = 'PRACTICE' and a.organisation_id not in (select id from linked)) as still)
            select 'AFFILIATION', a.uuid, a.role, o.name, null, cast(a.valid_from as text), a.version,
                   not e.still or a.organisation_id in (select id from linked), a.organisation_id
              from crm.affiliation a
              join crm.organisation o on o.id = a.organisation_id
              cross join elsewhere e
             where a.person_id = :person and %1$s and a.uuid is distinct from cast(:except as uuid)
               and (cast(:organisation as bigint) is null or a.organisation_id in (select id from linked)
                    or o.kind in ('GP_GROUP', 'OUT_OF_HOURS_POST', 'OUT_OF_HOURS_SERVICE'))
            union all
            select 'MEMBERSHIP', m.uuid, m.kind, o.name, null, cast(m.valid_from as text), m.version,
                   not e.still or m.organisation_id in (select id from linked), m.organisation_id
              from crm.membership m
              join crm.organisation o on o.id = m.organisation_id
              cross join elsewhere e
             where m.person_id = :person and %2$s
               and (cast(:organisation as bigint) is null or m.organisation_id in (select id from linked)
                    or o.kind in ('GP_GROUP', 'COOPERATIVE', 'CARE_GROUP'))
            union all
            select 'COVER', a.uuid, a.role, o.name, p.display_name, cast(a.valid_from as text), a.version, true,
                   a.organisation_id
              from crm.affiliation a
              join crm.organisation o on o.id = a.organisation_id
              join crm.person p on p.id = a.person_id
             where a.replaces_id = :person and %1$s and (cast(:organisation as bigint) is null or a.organisation_id = :organisation)
            union all
            select 'ACCOUNT', c.uuid, null, null, null, null, 0, not e.still, null
              from crm.account c cross join elsewhere e
             where c.person_id = :person and c.active
            """.formatted(OPEN.formatted("a"), OPEN.formatted("m"), OPEN.formatted("r"));

    private final EntityManager em;

    EndingProposals(EntityManager em) {
        this.em = em;
    }

    /**
     * What may end.
     *
     * @param organisation where something ends, or null when somebody leaves altogether
     * @param except the affiliation that ends itself, or null
     * @param allowed whether the caller may end what concerns that organisation
     * @param closing whether the caller may close accounts
     */
    List<ProposedEnding> of(
            Long person, Long organisation, UUID except, LocalDate lastDay, Predicate<Long> allowed, boolean closing) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("select * from (" + QUERY + ") x order by 1, 4, 3, 2")
                .setParameter("person", person)
                .setParameter("organisation", organisation)
                .setParameter("except", except)
                .setParameter("day", lastDay)
                .getResultList();
        return rows.stream()
                .map(row -> {
                    ProposedEnding.Kind kind = ProposedEnding.Kind.valueOf((String) row[0]);
                    boolean may =
                            kind == ProposedEnding.Kind.ACCOUNT ? closing : allowed.test(((Number) row[8]).longValue());
                    return new ProposedEnding(
                            kind,
                            (UUID) row[1],
                            (String) row[2],
                            (String) row[3],
                            (String) row[4],
                            row[5] == null ? null : LocalDate.parse((String) row[5]),
                            ((Number) row[6]).longValue(),
                            (Boolean) row[7] && may,
                            may);
                })
                .toList();
    }
}
