/** Screens of enrolling, of somebody's own enrolments, and of who comes to an edition; the calendar and the list to take along. */
package nl.kring.crm.web.enrolment;
