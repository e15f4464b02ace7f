package nl.kring.crm.registry.affiliation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.organisation.OrganisationKind;

/** Lists of affiliations, memberships and absences at a day or through all time; each one statement, paged where long. */
class AffiliationReading {

    private static final String ON_DAY = """
             and (cast(:day as date) is null
                  or (%1$s.valid_from is null or %1$s.valid_from <= :day) and (%1$s.valid_to is null or %1$s.valid_to >= :day))
            """;

    /** As a card tells them: those who run a place first. */
    private static final String ROLE_ORDER = Arrays.stream(AffiliationRole.values())
            .map(role -> "'" + role.name() + "'")
            .collect(Collectors.joining(",", "array_position(array[", "], a.role)"));

    private static final String AFFILIATIONS = """
            select a.uuid, p.uuid, p.display_name, o.uuid, o.name, o.kind, o.place, a.role, cast(a.valid_from as text),
                   cast(a.valid_to as text), a.fte, a.main, r.uuid, r.display_name, a.derived, s.code, a.reason, a.version
              from crm.affiliation a
              join crm.person p on p.id = a.person_id
              join crm.organisation o on o.id = a.organisation_id
              left join crm.person r on r.id = a.replaces_id
              left join crm.organisation s on s.id = a.said_by_id
             where a.withdrawn_at is null""";

    private static final String MEMBERSHIPS = """
            select m.uuid, coalesce(p.uuid, h.uuid), coalesce(p.display_name, h.name), m.person_id is not null, o.uuid, o.name,
                   o.kind, m.kind, m.number, cast(m.valid_from as text), cast(m.valid_to as text), m.derived, s.code, m.version
              from crm.membership m
              join crm.organisation o on o.id = m.organisation_id
              left join crm.person p on p.id = m.person_id
              left join crm.organisation h on h.id = m.holder_id
              left join crm.organisation s on s.id = m.said_by_id
             where m.withdrawn_at is null""";

    private static final String ABSENCES = """
            select b.uuid, p.uuid, cast(b.valid_from as text), cast(b.valid_to as text), c.uuid, c.display_name, b.version
              from crm.absence b
              join crm.person p on p.id = b.person_id
              left join crm.person c on c.id = b.covered_by
             where b.withdrawn_at is null and b.person_id = :person""";

    /** The newest first; what has no beginning is the oldest. */
    private static final String NEWEST = " order by %1$s.valid_from desc nulls last, %1$s.id";

    private final EntityManager em;

    AffiliationReading(EntityManager em) {
        this.em = em;
    }

    List<AffiliationLine> ofPerson(Long person, LocalDate day) {
        return affiliations(em.createNativeQuery(AFFILIATIONS + " and a.person_id = :person" + ON_DAY.formatted("a")
                        + " order by a.main desc, a.valid_from desc nulls last, a.id")
                .setParameter("person", person)
                .setParameter("day", day));
    }

    AffiliationLine one(UUID uuid) {
        List<AffiliationLine> found = affiliations(
                em.createNativeQuery(AFFILIATIONS + " and a.uuid = :uuid").setParameter("uuid", uuid));
        return found.isEmpty() ? null : found.get(0);
    }

    /** By role, then by name; the cursor is the last line of the page before. */
    ResultPage<AffiliationLine> ofOrganisation(
            Long organisation, LocalDate day, AffiliationRole role, UUID after, int size) {
        List<AffiliationLine> lines = affiliations(em.createNativeQuery(AFFILIATIONS
                        + " and a.organisation_id = :organisation"
                        + ON_DAY.formatted("a")
                        + " and (cast(:role as text) is null or a.role = :role)"
                        + " and (cast(:after as uuid) is null or (" + ROLE_ORDER + ", p.sort_name, a.id) > (select "
                        + ROLE_ORDER + ", p.sort_name, a.id from crm.affiliation a"
                        + " join crm.person p on p.id = a.person_id where a.uuid = :after))"
                        + " order by " + ROLE_ORDER + ", p.sort_name, a.id")
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .setParameter("role", role == null ? null : role.name())
                .setParameter("after", after)
                .setMaxResults(size + 1));
        return page(lines, size, lines.size() > size ? lines.get(size - 1).uuid() : null);
    }

    List<MembershipLine> membershipsOfPerson(Long person, LocalDate day) {
        return memberships(em.createNativeQuery(
                        MEMBERSHIPS + " and m.person_id = :person" + ON_DAY.formatted("m") + NEWEST.formatted("m"))
                .setParameter("person", person)
                .setParameter("day", day));
    }

    List<MembershipLine> membershipsHeldBy(Long organisation, LocalDate day) {
        return memberships(em.createNativeQuery(
                        MEMBERSHIPS + " and m.holder_id = :holder" + ON_DAY.formatted("m") + NEWEST.formatted("m"))
                .setParameter("holder", organisation)
                .setParameter("day", day));
    }

    MembershipLine oneMembership(UUID uuid) {
        List<MembershipLine> found = memberships(
                em.createNativeQuery(MEMBERSHIPS + " and m.uuid = :uuid").setParameter("uuid", uuid));
        return found.isEmpty() ? null : found.get(0);
    }

    ResultPage<MembershipLine> membershipsIn(Long organisation, LocalDate day, UUID after, int size) {
        String name = "coalesce(p.sort_name, h.sort_name)";
        List<MembershipLine> lines = memberships(em.createNativeQuery(MEMBERSHIPS
                        + " and m.organisation_id = :organisation" + ON_DAY.formatted("m")
                        + " and (cast(:after as uuid) is null or (" + name + ", m.id) > (select " + name
                        + ", m.id from crm.membership m left join crm.person p on p.id = m.person_id"
                        + " left join crm.organisation h on h.id = m.holder_id where m.uuid = :after))"
                        + " order by " + name + ", m.id")
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .setParameter("after", after)
                .setMaxResults(size + 1));
        return page(lines, size, lines.size() > size ? lines.get(size - 1).uuid() : null);
    }

    List<AbsenceLine> absences(Long person, LocalDate day) {
        return rows(em.createNativeQuery(ABSENCES + ON_DAY.formatted("b") + NEWEST.formatted("b"))
                        .setParameter("person", person)
                        .setParameter("day", day))
                .stream()
                .map(row -> new AbsenceLine(
                        (UUID) row[0],
                        (UUID) row[1],
                        day(row[2]),
                        day(row[3]),
                        (UUID) row[4],
                        (String) row[5],
                        ((Number) row[6]).longValue()))
                .toList();
    }

    private static List<AffiliationLine> affiliations(Query query) {
        return rows(query).stream()
                .map(row -> new AffiliationLine(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (UUID) row[3],
                        (String) row[4],
                        OrganisationKind.valueOf((String) row[5]),
                        (String) row[6],
                        AffiliationRole.valueOf((String) row[7]),
                        day(row[8]),
                        day(row[9]),
                        (BigDecimal) row[10],
                        (Boolean) row[11],
                        (UUID) row[12],
                        (String) row[13],
                        (Boolean) row[14],
                        (String) row[15],
                        (String) row[16],
                        ((Number) row[17]).longValue()))
                .toList();
    }

    private static List<MembershipLine> memberships(Query query) {
        return rows(query).stream()
                .map(row -> new MembershipLine(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (Boolean) row[3],
                        (UUID) row[4],
                        (String) row[5],
                        OrganisationKind.valueOf((String) row[6]),
                        MembershipKind.valueOf((String) row[7]),
                        (String) row[8],
                        day(row[9]),
                        day(row[10]),
                        (Boolean) row[11],
                        (String) row[12],
                        ((Number) row[13]).longValue()))
                .toList();
    }

    private static <T> ResultPage<T> page(List<T> lines, int size, UUID next) {
        return new ResultPage<>(
                List.copyOf(lines.subList(0, Math.min(size, lines.size()))), next == null ? null : next.toString());
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static LocalDate day(Object iso) {
        return iso == null ? null : LocalDate.parse((String) iso);
    }
}
