/**
 * The agenda as it is looked at: the public list with its feeds, the calendar and the year of those who plan, and the sites
 * on which an organisation shows its own part.
 *
 * <p>It reads and changes nothing of a course. Moving a session is the work of {@link nl.kring.crm.agenda.Courses}.
 */
package nl.kring.crm.agenda.calendar;
