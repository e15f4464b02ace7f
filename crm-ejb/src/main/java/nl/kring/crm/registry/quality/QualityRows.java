package nl.kring.crm.registry.quality;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;

/** Reads the lines of a work list, a page at a time, in one query. */
class QualityRows {

    private static final String PERSONS = """
            select p.uuid, p.display_name, p.profession, p.workplace_place, p.confirmed_at, %s
              from crm.person p
             where p.merged_into_id is null and %s and %s%s
             order by p.sort_name, p.id""";

    private static final String PRACTICES = """
            select o.uuid, o.name, null, o.place, null, o.agb,
                   (select string_agg(x.name, ', ' order by x.sort_name, x.id) from crm.organisation x
                     where x.agb = o.agb and x.id <> o.id and x.kind = 'PRACTICE' and x.merged_into_id is null)
              from crm.organisation o
             where %s and %s%s
             order by o.sort_name, o.id""";

    private static final String CLOSED = """
            (select string_agg(distinct c.name, ', ') from crm.affiliation a
               join crm.organisation c on c.id = a.organisation_id
              where a.person_id = p.id and a.withdrawn_at is null
                and (a.valid_from is null or a.valid_from <= :today) and (a.valid_to is null or a.valid_to >= :today)
                and (c.valid_to < :today or c.merged_into_id is not null
                     or exists (select 1 from crm.organisation_fact f
                                 where f.subject_id = c.id and f.fact = 'STATUS' and f.value = 'CLOSED'
                                   and f.withdrawn_at is null and (f.valid_from is null or f.valid_from <= :today)
                                   and (f.valid_to is null or f.valid_to >= :today))))""";

    private final EntityManager em;
    private final Long organisationId;
    private final LocalDate today;

    QualityRows(EntityManager em, Long organisationId, LocalDate today) {
        this.em = em;
        this.organisationId = organisationId;
        this.today = today;
    }

    QualityPage page(QualityList list, int size, UUID after) {
        Object[] last = after == null ? null : last(list, after);
        String onwards = last == null
                ? ""
                : " and (%1$s.sort_name, %1$s.id) > (cast(:lastName as text) collate crm.dutch, :lastId)"
                        .formatted(list.isOfOrganisations() ? "o" : "p");
        String sql = list.isOfOrganisations()
                ? PRACTICES.formatted(QualityCounts.PRACTICES, list.condition(), onwards)
                : PERSONS.formatted(wrong(list), QualityCounts.persons(list), list.condition(), onwards);
        Query query = em.createNativeQuery(sql).setMaxResults(size + 1);
        QualityCounts.fill(query, sql, organisationId, today);
        if (last != null) {
            query.setParameter("lastName", last[0]).setParameter("lastId", ((Number) last[1]).longValue());
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        boolean more = rows.size() > size;
        List<QualityLine> lines = (more ? rows.subList(0, size) : rows)
                .stream().map(row -> line(list, row)).toList();
        return new QualityPage(list, lines, more ? lines.get(lines.size() - 1).uuid() : null);
    }

    private Object[] last(QualityList list, UUID uuid) {
        List<?> found = em.createNativeQuery("select sort_name, id from crm.%s where uuid = :uuid"
                        .formatted(list.isOfOrganisations() ? "organisation" : "person"))
                .setParameter("uuid", uuid)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return (Object[]) found.get(0);
    }

    /** What is wrong, in one column or (of invalid values) in one for each field. */
    private static String wrong(QualityList list) {
        return switch (list) {
            case INVALID_VALUE ->
                InvalidValue.ALL.stream().map(InvalidValue::selected).collect(Collectors.joining(", "));
            case SHARED_EMAIL -> "p.email";
            case CLOSED_PRACTICE -> CLOSED;
            default -> "cast(null as text)";
        };
    }

    private static QualityLine line(QualityList list, Object[] row) {
        List<String> values = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (int i = 5; i < row.length; i++) {
            if (row[i] != null) {
                values.add((String) row[i]);
                if (list == QualityList.INVALID_VALUE) {
                    fields.add(InvalidValue.ALL.get(i - 5).field());
                }
            }
        }
        if (list.field() != null) {
            fields.add(list.field());
        }
        return new QualityLine(
                (UUID) row[0],
                (String) row[1],
                row[2] == null ? null : Profession.valueOf((String) row[2]),
                (String) row[3],
                List.copyOf(values),
                List.copyOf(fields),
                (Instant) row[4]);
    }
}
