package nl.kring.crm.agenda.calendar;

import java.util.Objects;

/**
 * Courses that another component picks out, in its own words, so that the database filters and pages them together with
 * the rest: the agenda need not know what a course is worth.
 *
 * @param courseIds a query for the numbers of courses, of the component's own tables; what it is about stands in it as
 *     {@code :selected}, never as text
 * @param selected what it is about, like the code of a register
 */
public record CourseSelection(String courseIds, String selected) {

    public CourseSelection {
        Objects.requireNonNull(courseIds);
        Objects.requireNonNull(selected);
    }
}
