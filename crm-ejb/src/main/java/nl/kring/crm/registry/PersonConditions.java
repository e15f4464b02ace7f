package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A question for persons as SQL over crm.person p. What a person ever had to do with narrows by one index, whatever the
 * reference date; the periods themselves then decide.
 */
final class PersonConditions {

    private static final String ON_THE_DAY =
            "(%1$s.valid_from is null or %1$s.valid_from <= :day) and (%1$s.valid_to is null or %1$s.valid_to >= :day)";

    /**
     * Ends a condition that is looked at for each person that the index leaves over. Without the offset the planner would
     * join all affiliations there are.
     */
    private static final String EACH = " offset 0)";

    /** Beyond every letter. */
    private static final String LAST = "\uDBFF\uDFFF";

    /** Shorter words begin too many names to look there first. */
    private static final int LONG_ENOUGH = 3;

    private static final int MOST_RANGES = 3;

    /** So many digits are a number of somebody; fewer may begin numbers of very many. */
    private static final int WHOLE_NUMBER = 8;

    private final StringBuilder words = new StringBuilder();
    private final StringBuilder pieces = new StringBuilder();
    private final StringBuilder where = new StringBuilder("p.merged_into_id is null");
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> facets = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> wideParts = new ArrayList<>();
    private final StringBuilder affiliation = new StringBuilder(ON_THE_DAY.formatted("w"));
    private final EntityManager em;
    private final boolean present;
    private final boolean onlyWords;
    private boolean narrowed;
    private boolean many;
    private boolean number;

    /**
     * @param today the day that it is
     * @param own the caller's organisation, whose own columns may be asked for; null for none
     */
    PersonConditions(EntityManager em, PersonQuery query, LocalDate today, Long own) {
        this.em = em;
        LocalDate day = query.asOf() == null ? today : query.asOf();
        this.present = !day.isBefore(today);
        values.put("day", day);
        int unfiltered = where.length();
        affiliations(query);
        memberships(query);
        ownColumn(query.filter(), own);
        if (query.profession() != null) {
            facets.add("p:" + query.profession());
        }
        if (query.filter().register() != null) {
            facets.add("s:" + query.filter().register().toUpperCase(Locale.ROOT));
        }
        if (query.organisation() != null) {
            facets.add("k:" + organisation(query.organisation()));
        }
        missing(query.filter().missing());
        if (!facets.isEmpty()) {
            and("p.facets @> cast(:facets as text[])");
            values.put("facets", facets.toArray(String[]::new));
        }
        onlyWords = where.length() == unfiltered;
        words(query);
        if (parts.isEmpty()) {
            parts.add("true");
        }
    }

    private void words(PersonQuery query) {
        if (query.q() == null) {
            return;
        }
        if (PhoneDigits.isNumber(query.q())) {
            number(query.q());
            return;
        }
        List<String> patterns = Folding.patterns(query.q());
        if (patterns.isEmpty()) {
            and("false");
        }
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            words.append(" and p.search_text like :word").append(i);
            values.put("word" + i, pattern);
            pieces.append(" and strpos(p.search_text, %s) > 0".formatted(value("piece" + i, "text")));
            values.put("piece" + i, pattern.substring(1, pattern.length() - 1));
            narrowed = true;
        }
        if (onlyWords && patterns.size() > 1) {
            values.put(
                    "wholeWords",
                    patterns.stream()
                            .map(pattern -> "'" + pattern.replaceAll("[% ]", "") + "'")
                            .collect(Collectors.joining(" & ")));
        }
        if (query.sort().equals("name") && !patterns.isEmpty()) {
            String folded = Folding.fold(Folding.apart(query.q()));
            if (patterns.size() == 1) {
                names(List.of(folded), parts);
            } else {
                names(List.of(folded.split(" ")), wideParts);
            }
        }
    }

    /**
     * A few digits may begin very many numbers. Of those no more are looked up than are counted; when they are more, the
     * order of the list is walked.
     */
    private void number(String typed) {
        List<String> readings = PhoneDigits.readings(typed);
        many = onlyWords && readings.get(0).length() < WHOLE_NUMBER;
        number = !many;
        words.append(" and p.id = any (array(select n.person_id from crm.person_words n where n.words @@ ")
                .append(value("number", "tsquery"))
                .append(many ? " limit " + (PersonPage.COUNTED + 1) : "")
                .append("))");
        values.put(
                "number", readings.stream().map(digits -> "'" + digits + "':*").collect(Collectors.joining(" | ")));
        for (int i = 0; i < readings.size(); i++) {
            pieces.append(i == 0 ? " and (" : " or ")
                    .append("strpos(p.search_text, %s) > 0".formatted(value("piece" + i, "text")));
            values.put("piece" + i, " " + readings.get(i));
        }
        pieces.append(")");
        narrowed = true;
    }

    /** First who is called so, word after word, and last who has the words elsewhere. */
    private void names(List<String> called, List<String> into) {
        List<String> beginnings = called.size() == 1
                ? called
                : called.stream()
                        .filter(word -> word.length() >= LONG_ENOUGH)
                        .distinct()
                        .limit(MOST_RANGES)
                        .toList();
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < beginnings.size(); i++) {
            values.put("wordFrom" + i, beginnings.get(i));
            values.put("wordTo" + i, beginnings.get(i) + LAST);
            String range = "p.name_key >= %s and p.name_key < %s"
                    .formatted(value("wordFrom" + i, "text"), value("wordTo" + i, "text"));
            into.add(range + others);
            others.append(" and not (").append(range).append(")");
        }
        into.add("true" + others);
    }

    /**
     * A value in SQL. Where nothing but words or a number is asked for, the planner is not shown it, so that it plans all such
     * questions alike and keeps the plan: in a large register planning takes longer than finding.
     */
    String value(String name, String type) {
        String value = "cast(:" + name + " as " + type + ")";
        return onlyWords ? "(select " + value + ")" : value;
    }

    private void affiliations(PersonQuery query) {
        PersonFilter filter = query.filter();
        if (filter.role() != null) {
            facets.add("r:" + filter.role());
            affiliated("role", "w.role = :role", filter.role().name());
        }
        if (filter.worksAt() != null) {
            Long organisation = organisation(filter.worksAt());
            facets.add("o:" + organisation);
            affiliated("worksAt", "w.organisation_id = :worksAt", organisation);
        }
        if (query.municipality() != null) {
            facets.add("m:" + query.municipality());
            affiliated("municipality", "w.municipality = :municipality", query.municipality());
        }
        boolean onlyWhere = filter.role() == null && filter.worksAt() == null;
        if (!onlyWhere || query.municipality() != null) {
            String works =
                    "exists (select 1 from crm.workplace_period w where w.person_id = p.id and " + affiliation + EACH;
            and(onlyWhere && present ? "(p.municipality = :municipality or " + works + ")" : works);
        }
    }

    private void affiliated(String name, String condition, Object value) {
        affiliation.append(" and ").append(condition);
        values.put(name, value);
    }

    private void memberships(PersonQuery query) {
        if (query.filter().memberOf() != null) {
            Long organisation = organisation(query.filter().memberOf());
            facets.add("b:" + organisation);
            and("exists (select 1 from crm.membership m where m.person_id = p.id and m.withdrawn_at is null"
                    + " and m.organisation_id = :memberOf and " + ON_THE_DAY.formatted("m") + EACH);
            values.put("memberOf", organisation);
        }
    }

    private void ownColumn(PersonFilter filter, Long own) {
        if (filter.ownField() == null) {
            return;
        }
        and("exists (select 1 from crm.own_value v join crm.own_field f on f.id = v.field_id"
                + " where v.subject_id = p.id and f.uuid = :ownField and f.subject = 'PERSON'"
                + " and f.organisation_id = :own"
                + (filter.ownValue() == null ? ")" : " and v.value = :ownValue)"));
        values.put("ownField", filter.ownField());
        values.put("own", own == null ? 0L : own);
        if (filter.ownValue() != null) {
            values.put("ownValue", filter.ownValue());
        }
    }

    private void missing(MissingData what) {
        if (what != null) {
            facets.add("no:" + what);
        }
        if (what == MissingData.WORKPLACE) {
            and("not exists (select 1 from crm.workplace_period n where n.person_id = p.id and "
                    + ON_THE_DAY.formatted("n") + EACH);
        }
    }

    /** Zero, which nobody has, when there is no such organisation. */
    private Long organisation(String codeOrUuid) {
        boolean uuid = codeOrUuid.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return ((Number) em.createNativeQuery("select coalesce(max(o.id), 0) from crm.organisation o where "
                                + (uuid ? "o.uuid = :which" : "o.code = :which"))
                        .setParameter("which", uuid ? UUID.fromString(codeOrUuid) : codeOrUuid.toUpperCase(Locale.ROOT))
                        .getSingleResult())
                .longValue();
    }

    private void and(String condition) {
        where.append(" and ").append(condition);
        narrowed = true;
    }

    String where() {
        return where.toString() + words;
    }

    /**
     * The same for walking a range of names: the words are looked for in each person who is met. The index of pieces would
     * first name everybody who has them.
     */
    String whereWalking() {
        return where.toString() + pieces;
    }

    /** Conditions of the parts of the answer, one after another: ranges of names, if there are any, and last everybody else. */
    List<String> parts() {
        return parts;
    }

    /**
     * The parts when more persons are meant than are counted. Somebody who is called Jansen is reached at once then; in one
     * order of all names hundreds of thousands would be looked at before.
     */
    List<String> partsOfMany() {
        return wideParts.isEmpty() ? parts : wideParts;
    }

    /** False when everybody is meant. */
    boolean isNarrowed() {
        return narrowed;
    }

    /** True for a number and for a range of names, which one index answers without looking anything up before. */
    boolean isDirect(int part) {
        return number || isRange() && part == 0;
    }

    /** True when whoever is meant is found by walking the order of the list, should there be more than are counted. */
    boolean isWalked() {
        return many || values.containsKey("wholeWords");
    }

    /**
     * Persons p who have all the words as they were typed: some of those who are meant, and an index knows them at once. Null
     * when it is not for words alone.
     */
    String certain() {
        return values.containsKey("wholeWords")
                ? "crm.person_words n join crm.person p on p.id = n.person_id where n.words @@ "
                        + value("wholeWords", "tsquery") + " and " + where
                : null;
    }

    /** True when nothing but a beginning of names is asked for. */
    boolean isRange() {
        return parts.size() > 1 && onlyWords;
    }

    /** The workplace that a line shows: one that was asked for, the main one first. */
    String workplace() {
        return "select w.* from crm.workplace_period w where w.person_id = p.id and " + affiliation
                + " order by w.main desc, w.valid_from desc nulls last, w.organisation_id limit 1";
    }

    /** On an earlier day only the affiliations tell; today also what registers say of the person. */
    String shown(String ofTheDay, String ofThePerson) {
        return present ? "coalesce(" + ofTheDay + ", " + ofThePerson + ")" : ofTheDay;
    }

    Map<String, Object> values() {
        return values;
    }
}
