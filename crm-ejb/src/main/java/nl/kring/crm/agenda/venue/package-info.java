/**
 * Places of others where an edition is held: what an organisation knows of them, and how far it is with asking, agreeing,
 * the catering and the diets. Own rooms, which nobody else can have at the same time, are resources; the bill is not its
 * business.
 */
package nl.kring.crm.agenda.venue;
