package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/**
 * Finds persons, a page at a time, filtered, sorted and cut in SQL. Whoever is found by a narrow question is looked up first
 * and sorted then; for a wide one the order is walked until the page is full. So neither a rare answer nor a common one makes
 * the database read everybody.
 */
class PersonSearch {

    /** What may be sorted by; within equals by name. Each has an index. */
    private static final Map<String, String> SORTS = Map.of(
            "name", "p.name_key",
            "place", "coalesce(p.workplace_place, '') collate crm.dutch",
            "profession", "coalesce(p.profession, '') collate crm.dutch");

    private static final int FIXED = 13;
    private static final int FETCHED = 500;

    private final EntityManager em;
    private final LocalDate today;
    private final Long own;

    PersonSearch(EntityManager em, LocalDate today, Long own) {
        this.em = em;
        this.today = today;
        this.own = own;
    }

    PersonPage find(PersonQuery query, PersonColumns columns, boolean counted) {
        String sort = sort(query);
        PersonCursor from = query.after() == null ? null : PersonCursor.of(query);
        boolean back = from != null && from.back();
        Question question = new Question(new PersonConditions(em, query, today, own), sort, columns);
        List<Object[]> rows = question.page(from, query.size() + 1);
        boolean more = rows.size() > query.size();
        List<Object[]> shown = new ArrayList<>(more ? rows.subList(0, query.size()) : rows);
        if (back) {
            Collections.reverse(shown);
        }
        boolean after = !shown.isEmpty() && (back || more);
        boolean before = !shown.isEmpty() && (back ? more : from != null);
        return new PersonPage(
                lines(shown, names(query, columns)),
                after ? cursor(false, shown.get(shown.size() - 1)).text(query) : null,
                before ? cursor(true, shown.get(0)).text(query) : null,
                counted ? question.count() : shown.size());
    }

    /** Everybody who is asked for, in order, one after another as they come from the database. */
    void each(PersonQuery query, PersonColumns columns, Consumer<PersonLine> reader) {
        Question question = new Question(new PersonConditions(em, query, today, own), sort(query), columns);
        NamesOfTheDay names = names(query, columns);
        List<Object[]> some = new ArrayList<>();
        question.each(row -> {
            some.add(row);
            if (some.size() == FETCHED) {
                lines(some, names).forEach(reader);
                some.clear();
            }
        });
        lines(some, names).forEach(reader);
    }

    private NamesOfTheDay names(PersonQuery query, PersonColumns columns) {
        LocalDate day = query.asOf();
        return new NamesOfTheDay(em, day == null || day.equals(today) ? null : day, columns);
    }

    private static List<PersonLine> lines(List<Object[]> rows, NamesOfTheDay names) {
        Map<Long, GoldenRecord> called =
                names.of(rows.stream().map(PersonSearch::id).toList());
        return rows.stream()
                .map(row -> names.called(line(row), called.get(id(row))))
                .toList();
    }

    private static Long id(Object[] row) {
        return ((Number) row[12]).longValue();
    }

    private static String sort(PersonQuery query) {
        String sort = SORTS.get(query.sort());
        if (sort == null) {
            throw new InvalidInputException("page-sort");
        }
        return sort;
    }

    /** One question while it is answered. */
    private final class Question {

        private final PersonConditions conditions;
        private final String sort;
        private final boolean byName;
        private final PersonColumns columns;
        private final Map<String, Optional<Long[]>> few = new HashMap<>();
        private List<String> parts;

        private Question(PersonConditions conditions, String sort, PersonColumns columns) {
            this.conditions = conditions;
            this.sort = sort;
            this.byName = sort.equals(SORTS.get("name"));
            this.columns = columns;
        }

        private List<Object[]> page(PersonCursor from, int wanted) {
            boolean back = from != null && from.back();
            List<Object[]> found = new ArrayList<>();
            PersonCursor start = from;
            int part = from == null ? 0 : Math.min(from.part(), parts().size() - 1);
            while (part >= 0 && part < parts().size() && found.size() < wanted) {
                found.addAll(rows(part, start, back, wanted - found.size()));
                start = null;
                part += back ? -1 : 1;
            }
            return found;
        }

        private List<Object[]> rows(int part, PersonCursor from, boolean back, int wanted) {
            String key = byName ? "p.name_key, p.id" : sort + ", p.sort_name, p.id";
            String order = back ? key.replace(", p.", " desc, p.") + " desc" : key;
            Map<String, Object> values = new HashMap<>(conditions.values());
            String where = where(part, values);
            if (from != null) {
                String value = conditions.value("fromValue", "text");
                String id = conditions.value("fromId", "bigint");
                String start = byName
                        ? value + ", " + id
                        : value + " collate crm.dutch, " + conditions.value("fromName", "text") + ", " + id;
                where += " and (" + key + ") " + (back ? "<" : ">") + " (" + start + ")";
                values.put("fromValue", from.sortValue());
                values.put("fromId", from.id());
                if (!byName) {
                    values.put("fromName", from.sortName());
                }
            }
            return result(
                    lines(
                                    part,
                                    "select p.* from crm.person p where %s order by %s limit %d"
                                            .formatted(where, order, wanted))
                            + " order by " + order,
                    values);
        }

        private List<String> parts() {
            if (parts == null) {
                boolean one = conditions.parts().equals(conditions.partsOfMany());
                parts = one || few("") != null ? conditions.parts() : conditions.partsOfMany();
            }
            return parts;
        }

        /** Those few who were found already, or the conditions themselves. */
        private String where(int part, Map<String, Object> values) {
            String within = " and " + parts().get(part);
            boolean last = part == parts().size() - 1;
            if (!conditions.isDirect(part)) {
                Long[] ids = few("");
                if (ids == null && last && part > 0) {
                    ids = few(within);
                }
                if (ids != null) {
                    values.put("few", ids);
                    return "p.id = any (array(select unnest(cast(:few as bigint[]))))" + within;
                }
            }
            return (last && !conditions.isWalked() ? conditions.where() : conditions.whereWalking()) + within;
        }

        /** Everybody who is meant, unordered, unless they are more than are ever counted. */
        private Long[] few(String within) {
            return few.computeIfAbsent(within, this::look).orElse(null);
        }

        private Optional<Long[]> look(String within) {
            if (!conditions.isNarrowed() || conditions.certain() != null && areMany(conditions.certain() + within)) {
                return Optional.empty();
            }
            List<?> ids = result(
                    "select p.id from crm.person p where " + conditions.where() + within + " limit "
                            + (PersonPage.COUNTED + 1),
                    conditions.values());
            return ids.size() > PersonPage.COUNTED
                    ? Optional.empty()
                    : Optional.of(
                            ids.stream().map(id -> ((Number) id).longValue()).toArray(Long[]::new));
        }

        private int count() {
            if (conditions.isRange()
                    && few.isEmpty()
                    && count(conditions.whereWalking() + " and " + parts().get(0)) > PersonPage.COUNTED) {
                return PersonPage.COUNTED + 1;
            }
            if (conditions.isNarrowed()) {
                Long[] ids = few("");
                return ids == null ? PersonPage.COUNTED + 1 : ids.length;
            }
            return count(conditions.where());
        }

        private int count(String where) {
            return counted("crm.person p where " + where);
        }

        private boolean areMany(String from) {
            return counted(from) > PersonPage.COUNTED;
        }

        /** How many there are, one more than is counted at most. */
        private int counted(String from) {
            return ((Number) query(
                                    "select count(*) from (select 1 from " + from + " limit " + (PersonPage.COUNTED + 1)
                                            + ") c",
                                    conditions.values())
                            .getSingleResult())
                    .intValue();
        }

        private void each(Consumer<Object[]> reader) {
            for (int part = 0; part < parts().size(); part++) {
                Map<String, Object> values = new HashMap<>(conditions.values());
                String key = byName ? "p.name_key, p.id" : sort + ", p.sort_name, p.id";
                String sql =
                        lines(part, "select p.* from crm.person p where " + where(part, values)) + " order by " + key;
                try (Stream<Object[]> rows = stream(sql, values)) {
                    rows.forEach(reader);
                }
            }
        }

        private String lines(int part, String persons) {
            String workplace = conditions.shown("w.name", "p.workplace");
            String place = conditions.shown("w.place", "p.workplace_place");
            String municipality = conditions.shown("w.municipality", "p.municipality");
            StringBuilder cells = new StringBuilder();
            for (PersonColumns.Column column : columns.list()) {
                cells.append(", ")
                        .append(
                                column.own() == null
                                        ? column.fixed().sql(workplace, place, municipality)
                                        : ownCell(column.own()));
            }
            return """
                    select p.uuid, p.display_name, p.profession, w.role, %s, %s, %s, p.big, p.agb,
                           (select string_agg(distinct r.register_code, ',' order by r.register_code)
                              from crm.source_record r where r.person_id = p.id),
                           %s, p.sort_name, p.id, %d%s
                      from (%s) p
                      left join lateral (%s) w on true""".formatted(workplace, place, municipality, sort, part, cells, persons, conditions.workplace());
        }

        private String ownCell(UUID field) {
            return """
                    (select v.value from crm.own_value v join crm.own_field f on f.id = v.field_id
                      where v.subject_id = p.id and f.uuid = '%s' and f.organisation_id = %d)""".formatted(field, own == null ? 0 : own);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> result(String sql, Map<String, Object> values) {
        return query(sql, values).getResultList();
    }

    @SuppressWarnings("unchecked")
    private Stream<Object[]> stream(String sql, Map<String, Object> values) {
        return query(sql, values).setHint("org.hibernate.fetchSize", FETCHED).getResultStream();
    }

    /** A question names only some of its values in each of its statements. */
    private Query query(String sql, Map<String, Object> values) {
        Query query = em.createNativeQuery(sql);
        values.forEach((name, value) -> {
            if (query.getParameters().stream().anyMatch(each -> name.equals(each.getName()))) {
                query.setParameter(name, value);
            }
        });
        return query;
    }

    private static PersonCursor cursor(boolean back, Object[] row) {
        return new PersonCursor(
                back,
                ((Number) row[FIXED]).intValue(),
                (String) row[10],
                (String) row[11],
                ((Number) row[12]).longValue());
    }

    private static PersonLine line(Object[] row) {
        List<String> cells = new ArrayList<>();
        for (int at = FIXED + 1; at < row.length; at++) {
            cells.add((String) row[at]);
        }
        return new PersonLine(
                (UUID) row[0],
                (String) row[1],
                row[2] == null ? null : Profession.valueOf((String) row[2]),
                row[3] == null ? null : AffiliationRole.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                row[9] == null ? List.of() : List.of(((String) row[9]).split(",")),
                Collections.unmodifiableList(cells));
    }
}
