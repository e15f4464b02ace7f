package nl.kring.crm.agenda.calendar;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.kring.crm.agenda.SearchText;
import nl.kring.crm.registry.Municipalities;
import nl.kring.crm.registry.Profession;

/** The conditions of a question, all of which must hold, and the values that they name. */
final class AgendaConditions {

    /**
     * What everybody may see, in the words of the index edition_agenda; what was held stays in it, for who asks for days
     * that have passed.
     */
    static final String IN_AGENDA =
            "e.state in ('PUBLISHED', 'OPEN', 'CLOSED', 'HELD', 'ARCHIVED') and not e.in_company";

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    AgendaConditions(String first) {
        parts.add(first);
    }

    /** Narrows nothing without a value. */
    AgendaConditions and(String condition, String name, Object value) {
        if (value != null) {
            parts.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** One more value for the condition before. */
    AgendaConditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    AgendaConditions words(String q) {
        for (String pattern : SearchText.patterns(q)) {
            String name = "word" + parts.size();
            and("e.search_text like :" + name + " escape '!'", name, pattern);
        }
        return this;
    }

    /** Meant for them, or for everybody. */
    AgendaConditions audience(Profession profession) {
        return and("""
                (not exists (select 1 from crm.course_audience a where a.course_id = c.id)
                 or exists (select 1 from crm.course_audience a where a.course_id = c.id and a.profession = :audience))""", "audience", profession == null ? null : profession.name());
    }

    /** Of that theme, by its UUID; what is none finds nothing. */
    AgendaConditions theme(String theme) {
        return and("""
                c.id in (select p.course_id from crm.course_profile p
                           join crm.course_theme h on h.profile_id = p.id join crm.theme t on t.id = h.theme_id
                          where cast(t.uuid as text) = lower(:theme))""", "theme", theme);
    }

    /** A municipality stands for all its places. */
    AgendaConditions place(String place) {
        if (place == null) {
            return this;
        }
        List<String> names = Stream.concat(Stream.of(place), Municipalities.placesOf(place).stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return and("lower(e.place) in (:places)", "places", names);
    }

    AgendaConditions among(CourseSelection courses) {
        if (courses == null) {
            return this;
        }
        and("c.id in (" + courses.courseIds() + ")", "selected", courses.selected());
        return courses.ofEdition() == null
                ? this
                : and(courses.ofEdition().replace(CourseSelection.EDITION, "e.id"), "selected", courses.selected());
    }

    String text() {
        return String.join(" and ", parts);
    }

    <Q extends Query> Q fill(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}
