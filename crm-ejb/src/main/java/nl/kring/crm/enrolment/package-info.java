/**
 * Who has a seat at an edition and who waits for one: enrolling, the waiting list, cancelling with its fee, and the mails
 * about them.
 *
 * <p>Seats are given by {@link nl.kring.crm.enrolment.SeatAllocation} alone, whoever asks. What is taught when is the
 * agenda's; who was really there is not known here.
 */
package nl.kring.crm.enrolment;
