/**
 * What was kept before this product was used: courses, editions, who was there, with which points, and memberships, taken over from an
 * organisation's own file for the five years before this one and this year until today. Rehearsed, applied as a job, applied again
 * without making anything twice, and taken back as a whole. Nobody is ever added to the register by it, and no mail is sent.
 */
package nl.kring.crm.attendance.past;
