/**
 * Who does what where, who belongs to what, and who is away: each with a period. Ends what has ended; never deletes what
 * was true.
 */
package nl.kring.crm.registry.affiliation;
