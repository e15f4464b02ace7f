package nl.kring.crm.agenda.calendar;

import java.util.Objects;

/**
 * Courses, and of these editions, that another component picks out, in its own words, so that the database filters and pages them together with
 * the rest: the agenda need not know what a course is worth.
 *
 * @param courseIds a query for the numbers of courses, of the component's own tables; what it is about stands in it as
 *     {@code :selected}, never as text
 * @param ofEdition what must hold besides for an edition of those, whose number stands in it as {@value #EDITION}; null for nothing
 * @param selected what it is about, like the code of a register
 */
public record CourseSelection(String courseIds, String ofEdition, String selected) {

    public static final String EDITION = "{edition}";

    public CourseSelection {
        Objects.requireNonNull(courseIds);
        Objects.requireNonNull(selected);
    }

    /** All editions of those courses. */
    public CourseSelection(String courseIds, String selected) {
        this(courseIds, null, selected);
    }
}
