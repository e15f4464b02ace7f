/**
 * Rooms, teachers and equipment of organisations, and the sessions that have them: never two at once, which the database
 * keeps. It follows the agenda in the same transaction when sessions move or an edition is cancelled. Who is enrolled, and
 * what a room costs, is not its business.
 */
package nl.kring.crm.agenda.resource;
