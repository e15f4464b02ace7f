/**
 * Looks for the first moments at which teachers and a room are all free. It books nothing and promises nothing: who plans
 * books, and may come second.
 */
package nl.kring.crm.agenda.slot;
