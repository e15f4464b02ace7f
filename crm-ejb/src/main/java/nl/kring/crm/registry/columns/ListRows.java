package nl.kring.crm.registry.columns;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.KnownTo;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnFieldLine;

/** Finds the rows of the list, filtered, sorted and cut in SQL. */
class ListRows {

    /** A row as it was found, with the number that its own values hang on. */
    record Found(Long id, UUID uuid, String name, Profession profession, String workplace, String place) {

        ListRow with(Map<UUID, String> values) {
            return new ListRow(uuid, name, profession, workplace, place, values);
        }
    }

    private static final String NOW = """
            select p.id, p.uuid, p.display_name, p.profession, p.workplace, p.workplace_place
              from (%s) p order by p.sort_name, p.id""";

    private static final String ON_A_DAY = """
            select p.id, p.uuid, p.display_name, p.profession, %s, %s
              from (%s) p
              left join lateral (
                   select w.name, w.place from crm.workplace_period w
                    where w.person_id = p.id and (w.valid_from is null or w.valid_from <= :day)
                      and (w.valid_to is null or w.valid_to >= :day)
                    order by w.main desc, w.valid_from desc nulls last, w.organisation_id limit 1) w on true
             order by p.sort_name, p.id""";

    private final EntityManager em;
    private final Long organisationId;
    private final LocalDate today;

    ListRows(EntityManager em, Long organisationId, LocalDate today) {
        this.em = em;
        this.organisationId = organisationId;
        this.today = today;
    }

    /** One more than the page holds, when there are more. */
    List<Found> find(ListQuery query, List<OwnFieldLine> fields) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("p.merged_into_id is null");
        if (!query.everybody()) {
            where.append(" and p.id in (").append(KnownTo.ORGANISATION).append(')');
            values.put("organisation", organisationId);
            values.put("today", query.asOf() == null ? today : query.asOf());
        }
        words(query, where, values);
        column(query, fields, where, values);
        from(query, where, values);
        String persons = "select p.* from crm.person p where %s order by p.sort_name, p.id limit %d"
                .formatted(where, query.size() + 1);
        Query found =
                em.createNativeQuery(query.asOf() == null ? NOW.formatted(persons) : onTheDay(query.asOf(), persons));
        if (query.asOf() != null) {
            values.put("day", query.asOf());
        }
        values.forEach(found::setParameter);
        return lines(found);
    }

    /** On an earlier day only the affiliations tell where somebody works; today also what registers say. */
    private String onTheDay(LocalDate day, String persons) {
        return day.isBefore(today)
                ? ON_A_DAY.formatted("w.name", "w.place", persons)
                : ON_A_DAY.formatted("coalesce(w.name, p.workplace)", "coalesce(w.place, p.workplace_place)", persons);
    }

    private static void words(ListQuery query, StringBuilder where, Map<String, Object> values) {
        List<String> patterns = Folding.patterns(query.q());
        if (query.q() != null && patterns.isEmpty()) {
            where.append(" and false");
        }
        for (int i = 0; i < patterns.size(); i++) {
            where.append(" and p.search_text like :word").append(i);
            values.put("word" + i, patterns.get(i));
        }
    }

    private static void column(
            ListQuery query, List<OwnFieldLine> fields, StringBuilder where, Map<String, Object> values) {
        if (query.field() == null) {
            return;
        }
        OwnFieldLine field = fields.stream()
                .filter(each -> each.uuid().equals(query.field()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        values.put("field", field.id());
        String cell = "exists (select 1 from crm.own_value v where v.field_id = :field and v.subject_id = p.id";
        if (query.value() == null) {
            where.append(Boolean.FALSE.equals(query.filled()) ? " and not " : " and ")
                    .append(cell)
                    .append(')');
        } else if (field.kind() == OwnFieldKind.TEXT) {
            where.append(" and ").append(cell).append(" and strpos(lower(v.value), lower(:value)) > 0)");
            values.put("value", query.value());
        } else {
            where.append(" and ").append(cell).append(" and v.value = :value)");
            values.put("value", field.checked(query.value()));
        }
    }

    private void from(ListQuery query, StringBuilder where, Map<String, Object> values) {
        if (query.after() == null) {
            return;
        }
        List<?> found = em.createNativeQuery("select sort_name, id from crm.person where uuid = :after")
                .setParameter("after", query.after())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Object[] last = (Object[]) found.get(0);
        where.append(" and (p.sort_name, p.id) > (cast(:lastName as text) collate crm.dutch, :lastId)");
        values.put("lastName", last[0]);
        values.put("lastId", ((Number) last[1]).longValue());
    }

    @SuppressWarnings("unchecked")
    private static List<Found> lines(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Found(
                        ((Number) row[0]).longValue(),
                        (UUID) row[1],
                        (String) row[2],
                        row[3] == null ? null : Profession.valueOf((String) row[3]),
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }
}
