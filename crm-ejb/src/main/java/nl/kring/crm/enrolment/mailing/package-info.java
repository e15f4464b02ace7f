/**
 * Whom a letter to many is for: those a course is meant for and who are not there yet, those who come, or a selection of the
 * register. Who gets none is told with the reason.
 *
 * <p>Writing and sending is {@code communication.mailing}'s.
 */
package nl.kring.crm.enrolment.mailing;
