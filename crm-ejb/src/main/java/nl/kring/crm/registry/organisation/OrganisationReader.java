package nl.kring.crm.registry.organisation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.registry.Agreement;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.Saying;

/** Reads one organisation in a fixed number of queries: what is shown, who says what, and how it came about. */
class OrganisationReader {

    private static final String SAID = """
            select s.field, s.value, s.organisation_id, o.code, s.register_code, max(s.said_at), max(s.reason), s.private,
                   s.by_hand, cast(min(cast(s.uuid as text)) as uuid), bool_or(s.first)
              from (select d.*, not d.private and row_number() over (partition by d.field, d.private order by %1$s) = 1 as first,
                           row_number() over (partition by d.field, d.private order by %1$s) as place
                      from crm.said_of_organisation d where d.subject_id = :subject) s
              left join crm.organisation o on o.id = s.organisation_id
             group by s.field, s.value, s.organisation_id, o.code, s.register_code, s.private, s.by_hand,
                      case when s.by_hand then s.uuid end
             order by s.private, min(s.place)""".formatted(OrganisationSurvivorship.SAID_ORDER.replace("s.", "d."));

    private static final String FACTS = """
            select f.uuid, f.fact, f.value, cast(f.valid_from as text), cast(f.valid_to as text), o.code
              from crm.organisation_fact f left join crm.organisation o on o.id = f.organisation_id
             where f.subject_id = :subject and f.withdrawn_at is null
             order by f.fact, f.valid_from desc nulls last""";

    private static final String RELATIONS = """
            select r.uuid, r.kind, r.from_id = :subject, o.uuid, o.name, o.kind, cast(r.valid_from as text), cast(r.valid_to as text), s.uuid
              from crm.organisation_relation r
              left join crm.succession s on s.id = r.succession_id
              join crm.organisation o on o.id = case when r.from_id = :subject then r.to_id else r.from_id end
             where (r.from_id = :subject or r.to_id = :subject) and r.withdrawn_at is null
             order by r.kind, o.sort_name, r.valid_from""";

    private static final String HISTORY = """
            select e.at, e.what, o.code, a.display_name, e.field, e.value, e.reason, e.outgoing
              from (select s.said_at as at, 'SAID' as what, s.organisation_id, s.account_id, s.field, s.value, s.reason, true as outgoing
                      from crm.organisation_statement s where s.subject_id = :subject
                    union all
                    select s.withdrawn_at, 'WITHDRAWN', s.organisation_id, null, s.field, s.value, null, true
                      from crm.organisation_statement s where s.subject_id = :subject and s.withdrawn_at is not null
                    union all
                    select f.created_at, 'FACT', f.organisation_id, f.account_id, f.fact, f.value, null, true
                      from crm.organisation_fact f where f.subject_id = :subject
                    union all
                    select f.withdrawn_at, 'FACT_WITHDRAWN', f.organisation_id, null, f.fact, f.value, null, true
                      from crm.organisation_fact f where f.subject_id = :subject and f.withdrawn_at is not null
                    union all
                    select x.at, x.what, r.organisation_id, r.account_id, r.kind, n.name, null, r.from_id = :subject
                      from crm.organisation_relation r
                      join crm.organisation n on n.id = case when r.from_id = :subject then r.to_id else r.from_id end
                     cross join lateral (values (r.created_at, 'RELATION'), (r.withdrawn_at, 'RELATION_WITHDRAWN')) as x (at, what)
                     where (r.from_id = :subject or r.to_id = :subject) and x.at is not null
                    union all
                    select r.delivered_at, 'DELIVERED', r.organisation_id, null, null, cast(count(*) as text), null, true
                      from crm.source_record r where r.workplace_id = :subject
                     group by r.delivered_at, r.organisation_id) e
              left join crm.organisation o on o.id = e.organisation_id
              left join crm.account a on a.id = e.account_id
             order by e.at desc, e.what, e.field
             limit 200""";

    private record Said(OrganisationField field, boolean kept, Long organisationId, Saying saying) {}

    private final EntityManager em;

    OrganisationReader(EntityManager em) {
        this.em = em;
    }

    /** Everything said, for somebody who acts for that organisation (null for none), on a day. */
    OrganisationCard card(Organisation organisation, Long reader, LocalDate asOf, boolean editable) {
        return new OrganisationCard(
                organisation.getUuid(),
                organisation.getId(),
                organisation.getVersion(),
                organisation.getCode(),
                organisation.getName(),
                organisation.getKind(),
                organisation.isParticipant(),
                organisation.getAddress(),
                organisation.getPostcode(),
                organisation.getPlace(),
                organisation.getMunicipality(),
                organisation.getPhone(),
                organisation.getEmail(),
                organisation.getWebsite(),
                organisation.getAgb(),
                organisation.getKvk(),
                organisation.getPeriod().validFrom(),
                organisation.getPeriod().validTo(),
                asOf,
                organisation.getPeriod().contains(asOf),
                editable,
                facts(organisation, asOf),
                relations(organisation, asOf),
                fields(organisation, reader));
    }

    List<OrganisationEvent> history(Organisation organisation) {
        return rows(HISTORY, organisation).stream()
                .map(row -> new OrganisationEvent(
                        (Instant) row[0],
                        OrganisationEvent.What.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (Boolean) row[7]))
                .toList();
    }

    private List<OrganisationCard.Fact> facts(Organisation organisation, LocalDate asOf) {
        return rows(FACTS, organisation).stream()
                .map(row -> {
                    Period period = new Period(OrganisationSearch.day(row[3]), OrganisationSearch.day(row[4]));
                    return new OrganisationCard.Fact(
                            (UUID) row[0],
                            OrganisationFactKind.valueOf((String) row[1]),
                            (String) row[2],
                            period.validFrom(),
                            period.validTo(),
                            (String) row[5],
                            period.contains(asOf));
                })
                .toList();
    }

    private List<OrganisationCard.Relation> relations(Organisation organisation, LocalDate asOf) {
        return rows(RELATIONS, organisation).stream()
                .map(row -> {
                    Period period = new Period(OrganisationSearch.day(row[6]), OrganisationSearch.day(row[7]));
                    return new OrganisationCard.Relation(
                            (UUID) row[0],
                            RelationKind.valueOf((String) row[1]),
                            (Boolean) row[2],
                            (UUID) row[3],
                            (String) row[4],
                            OrganisationKind.valueOf((String) row[5]),
                            period.validFrom(),
                            period.validTo(),
                            period.contains(asOf),
                            (UUID) row[8]);
                })
                .toList();
    }

    private List<OrganisationFieldCard> fields(Organisation organisation, Long reader) {
        Map<OrganisationField, List<Said>> said = rows(SAID, organisation).stream()
                .map(row -> said(row, reader))
                .collect(Collectors.groupingBy(Said::field));
        return said.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new OrganisationFieldCard(entry.getKey(), visible(entry.getValue(), reader)))
                .toList();
    }

    private static Said said(Object[] row, Long reader) {
        Long organisationId = row[2] == null ? null : ((Number) row[2]).longValue();
        boolean byHand = (Boolean) row[8];
        boolean mine = byHand && organisationId != null && organisationId.equals(reader);
        Saying saying = new Saying(
                (UUID) row[9],
                (String) row[1],
                (String) row[3],
                (String) row[4],
                (Instant) row[5],
                (String) row[6],
                null,
                (Boolean) row[10],
                mine);
        return new Said(OrganisationField.of((String) row[0]), (Boolean) row[7], organisationId, saying);
    }

    /** A value that another organisation keeps to itself leaves this method only as agreeing or not, and once. */
    private static List<Saying> visible(List<Said> said, Long reader) {
        List<String> own = said.stream()
                .filter(each -> Objects.equals(each.organisationId(), reader))
                .map(each -> Folding.fold(each.saying().value()))
                .toList();
        return said.stream()
                .map(each -> each.kept() && !Objects.equals(each.organisationId(), reader)
                        ? hidden(each.saying(), own)
                        : each.saying())
                .distinct()
                .toList();
    }

    private static Saying hidden(Saying kept, List<String> own) {
        Agreement agreement = own.isEmpty()
                ? Agreement.UNKNOWN
                : own.contains(Folding.fold(kept.value())) ? Agreement.AGREES : Agreement.DIFFERS;
        return new Saying(null, null, kept.organisation(), kept.register(), null, null, agreement, false, false);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Organisation organisation) {
        Query query = em.createNativeQuery(sql).setParameter("subject", organisation.getId());
        return query.getResultList();
    }
}
