/**
 * Who was present at which session, and the certificates of participation that follow from it: issued, shown as PDF,
 * verified by anyone who holds the code, revoked.
 *
 * <p>A certificate is frozen when it is issued; what happens to the course, the points or the name afterwards does not
 * change it. It never decides who takes part; that is the enrolments' business.
 */
package nl.kring.crm.attendance;
