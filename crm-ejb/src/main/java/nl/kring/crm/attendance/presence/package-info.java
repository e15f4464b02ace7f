/**
 * Being there, as it is measured: scans at the door and at the wall, join reports of online sessions, and from which share of a
 * session on that counts.
 *
 * <p>What was seen is only added to; attendance follows from it. What staff say by hand stands until something is seen later.
 */
package nl.kring.crm.attendance.presence;
