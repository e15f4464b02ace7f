/**
 * The shared agenda: courses, their editions and sessions, and how many seats an edition has.
 *
 * <p>It does not know who sits on the seats, nor what an edition is worth; those who do observe what it tells.
 */
package nl.kring.crm.agenda;
