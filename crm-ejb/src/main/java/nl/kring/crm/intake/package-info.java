/**
 * Bringing in the registers of the participants: which registers there are and how their columns read, the runs, what was
 * refused and why, and which row belongs to which person.
 *
 * <p>It hands typed rows to the registry and derives nothing itself; a row that is no person goes no further than here.
 */
package nl.kring.crm.intake;
