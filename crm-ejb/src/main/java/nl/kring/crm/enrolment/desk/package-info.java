/**
 * Enrolling at the organiser's desk: somebody on the phone, the sheet of participants, a pasted list of names, a walk-in at
 * the door and a guest from the public page.
 *
 * <p>It gathers and explains. No seat is given here: each way ends in {@link nl.kring.crm.enrolment.Enrolments}.
 */
package nl.kring.crm.enrolment.desk;
