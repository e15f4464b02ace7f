package nl.kring.crm.registry.organisation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Folding;

/** Finds organisations that were there on a day, a page at a time, filtered, sorted and cut in SQL. */
class OrganisationSearch {

    /** What may be sorted by; within equals by name. */
    private static final Map<String, String> SORTS = Map.of(
            "name", "o.sort_name",
            "place", "coalesce(o.place, '') collate crm.dutch",
            "kind", "o.kind collate crm.dutch");

    private static final String STATUS = """
            (select f.value from crm.organisation_fact f
              where f.subject_id = o.id and f.fact = 'STATUS' and f.withdrawn_at is null
                and (f.valid_from is null or f.valid_from <= :day) and (f.valid_to is null or f.valid_to >= :day))""";

    private static final int FETCHED = 500;

    private final EntityManager em;

    OrganisationSearch(EntityManager em) {
        this.em = em;
    }

    OrganisationPage find(OrganisationQuery query, boolean counted) {
        String sort = sort(query);
        OrganisationCursor from = query.after() == null ? null : OrganisationCursor.of(query);
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
        return new OrganisationPage(
                shown.stream().map(OrganisationSearch::line).toList(),
                after ? cursor(false, shown.get(shown.size() - 1)).text(query) : null,
                before ? cursor(true, shown.get(0)).text(query) : null,
                counted ? count(where, values) : shown.size());
    }

    /** All that are asked for, in order, one after another as they come from the database. */
    void each(OrganisationQuery query, Consumer<OrganisationLine> reader) {
        String sort = sort(query);
        Map<String, Object> values = new HashMap<>();
        Query all = em.createNativeQuery(lines(sort, where(query, values), key(sort)));
        values.forEach(all::setParameter);
        @SuppressWarnings("unchecked")
        Stream<Object[]> found = all.setHint("org.hibernate.fetchSize", FETCHED).getResultStream();
        try (Stream<Object[]> rows = found) {
            rows.forEach(row -> reader.accept(line(row)));
        }
    }

    private static String sort(OrganisationQuery query) {
        String sort = SORTS.get(query.sort());
        if (sort == null) {
            throw new InvalidInputException("page-sort");
        }
        return sort;
    }

    private static boolean isByName(String sort) {
        return sort.equals(SORTS.get("name"));
    }

    private static String key(String sort) {
        return isByName(sort) ? "o.sort_name, o.id" : sort + ", o.sort_name, o.id";
    }

    private static String lines(String sort, String where, String order) {
        return """
                select o.uuid, o.code, o.name, o.kind, o.place, o.municipality, o.agb, o.phone, %s,
                       cast(o.valid_from as text), cast(o.valid_to as text), %s, o.sort_name, o.id
                  from crm.organisation o
                 where %s
                 order by %s""".formatted(STATUS, sort, where, order);
    }

    private static String where(OrganisationQuery query, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("""
                o.merged_into_id is null and (o.valid_from is null or o.valid_from <= :day)
                and (o.valid_to is null or o.valid_to >= :day)""");
        values.put("day", query.asOf());
        List<String> patterns = Folding.patterns(query.q());
        if (query.q() != null && patterns.isEmpty()) {
            where.append(" and false");
        }
        for (int i = 0; i < patterns.size(); i++) {
            where.append(" and o.search_text like :word").append(i);
            values.put("word" + i, patterns.get(i));
        }
        if (query.kind() != null) {
            where.append(" and o.kind = :kind");
            values.put("kind", query.kind().name());
        }
        if (query.municipality() != null) {
            where.append(" and o.municipality = :municipality");
            values.put("municipality", query.municipality());
        }
        if (query.status() != null) {
            where.append(" and o.kind = 'PRACTICE' and coalesce(")
                    .append(STATUS)
                    .append(", 'ACTIVE') = :status");
            values.put("status", query.status().name());
        }
        return where.toString();
    }

    private List<Object[]> rows(
            String sort, String where, Map<String, Object> values, OrganisationCursor from, int size) {
        boolean byName = isByName(sort);
        boolean back = from != null && from.back();
        String key = key(sort);
        String order = back ? key.replace(", o.", " desc, o.") + " desc" : key;
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
        return result(em.createNativeQuery(lines(sort, where + onwards, order)).setMaxResults(size + 1), all);
    }

    private int count(String where, Map<String, Object> values) {
        Query counted = em.createNativeQuery("select count(*) from (select 1 from crm.organisation o where " + where
                + " limit " + (OrganisationPage.COUNTED + 1) + ") c");
        values.forEach(counted::setParameter);
        return ((Number) counted.getSingleResult()).intValue();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> result(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static OrganisationCursor cursor(boolean back, Object[] row) {
        return new OrganisationCursor(back, (String) row[11], (String) row[12], ((Number) row[13]).longValue());
    }

    private static OrganisationLine line(Object[] row) {
        return new OrganisationLine(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                OrganisationKind.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                row[8] == null ? null : PracticeStatus.valueOf((String) row[8]),
                day(row[9]),
                day(row[10]));
    }

    /** Days leave the database as text, so that no time zone can move them. */
    static LocalDate day(Object text) {
        return text == null ? null : LocalDate.parse((String) text);
    }
}
