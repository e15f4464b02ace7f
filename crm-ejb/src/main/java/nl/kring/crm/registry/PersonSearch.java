package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;

/** Finds persons, a page at a time, filtered, sorted and cut in SQL. */
class PersonSearch {

    /** What may be sorted by; within equals by name. Each has an index. */
    private static final Map<String, String> SORTS = Map.of(
            "name", "p.sort_name",
            "place", "coalesce(p.workplace_place, '') collate crm.dutch",
            "profession", "coalesce(p.profession, '') collate crm.dutch");

    private final EntityManager em;

    PersonSearch(EntityManager em) {
        this.em = em;
    }

    PersonPage find(PersonQuery query, boolean counted) {
        String sort = SORTS.get(query.sort());
        if (sort == null) {
            throw new InvalidInputException("page-sort");
        }
        PersonCursor from = query.after() == null ? null : PersonCursor.of(query);
        boolean back = from != null && from.back();
        Map<String, Object> values = new HashMap<>();
        String where = where(query, values);
        List<Object[]> rows = rows(sort, where, values, from, query.size());
        boolean more = rows.size() > query.size();
        List<Object[]> shown = new ArrayList<>(more ? rows.subList(0, query.size()) : rows);
        if (back) {
            Collections.reverse(shown);
        }
        boolean after = !shown.isEmpty() && (back || more);
        boolean before = !shown.isEmpty() && (back ? more : from != null);
        return new PersonPage(
                shown.stream().map(PersonSearch::line).toList(),
                after ? cursor(false, shown.get(shown.size() - 1)).text(query) : null,
                before ? cursor(true, shown.get(0)).text(query) : null,
                counted ? count(where, values) : shown.size());
    }

    private static String where(PersonQuery query, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("p.merged_into_id is null");
        List<String> patterns = Folding.patterns(query.q());
        if (query.q() != null && patterns.isEmpty()) {
            where.append(" and false");
        }
        for (int i = 0; i < patterns.size(); i++) {
            where.append(" and p.search_text like :word").append(i);
            values.put("word" + i, patterns.get(i));
        }
        if (query.profession() != null) {
            where.append(" and p.profession = :profession");
            values.put("profession", query.profession().name());
        }
        if (query.municipality() != null) {
            where.append(" and p.municipality = :municipality");
            values.put("municipality", query.municipality());
        }
        if (query.organisation() != null) {
            where.append(" and ").append("""
                    (exists (select 1 from crm.source_record r join crm.organisation o on o.id = r.organisation_id
                                   where r.person_id = p.id and o.code = :organisation)
                       or exists (select 1 from crm.statement s join crm.organisation o on o.id = s.organisation_id
                                   where s.person_id = p.id and s.withdrawn_at is null and o.code = :organisation))""");
            values.put("organisation", query.organisation().toUpperCase(Locale.ROOT));
        }
        return where.toString();
    }

    private List<Object[]> rows(String sort, String where, Map<String, Object> values, PersonCursor from, int size) {
        boolean byName = sort.equals(SORTS.get("name"));
        boolean back = from != null && from.back();
        String key = byName ? "p.sort_name, p.id" : sort + ", p.sort_name, p.id";
        String order = back ? key.replace(", p.", " desc, p.") + " desc" : key;
        String onwards = "";
        Map<String, Object> all = new HashMap<>(values);
        if (from != null) {
            String start = byName
                    ? "cast(:fromName as text), :fromId"
                    : "cast(:fromValue as text) collate crm.dutch, cast(:fromName as text), :fromId";
            onwards = " and (" + key + ") " + (back ? "<" : ">") + " (" + start + ")";
            all.put("fromName", from.sortName());
            all.put("fromId", from.id());
            if (!byName) {
                all.put("fromValue", from.sortValue());
            }
        }
        Query found =
                em.createNativeQuery("""
                select p.uuid, p.display_name, p.profession, p.workplace, p.workplace_place, p.municipality, p.big, p.agb,
                       (select string_agg(distinct r.register_code, ',' order by r.register_code)
                          from crm.source_record r where r.person_id = p.id),
                       %s, p.sort_name, p.id
                  from crm.person p
                 where %s%s
                 order by %s""".formatted(sort, where, onwards, order)).setMaxResults(size + 1);
        return result(found, all);
    }

    private int count(String where, Map<String, Object> values) {
        Query counted = em.createNativeQuery("select count(*) from (select 1 from crm.person p where " + where
                + " limit " + (PersonPage.COUNTED + 1) + ") c");
        values.forEach(counted::setParameter);
        return ((Number) counted.getSingleResult()).intValue();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> result(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static PersonCursor cursor(boolean back, Object[] row) {
        return new PersonCursor(back, (String) row[9], (String) row[10], ((Number) row[11]).longValue());
    }

    private static PersonLine line(Object[] row) {
        return new PersonLine(
                (UUID) row[0],
                (String) row[1],
                row[2] == null ? null : Profession.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                row[8] == null ? List.of() : List.of(((String) row[8]).split(",")));
    }
}
