/**
 * Seats given by lot: a window for wishes, a secret that is promised by its hash before anybody can wish, the order that
 * follows from it, and the log with which anybody can check all of that afterwards. Seats themselves are given by
 * {@code enrolment} alone; here nobody is told who stands behind a number.
 */
package nl.kring.crm.enrolment.draw;
