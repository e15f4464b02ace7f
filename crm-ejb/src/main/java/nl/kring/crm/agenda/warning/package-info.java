/**
 * What those who plan are warned of: other courses for the same people the same evening nearby, and too few participants. It
 * stops nobody, changes nothing and says nothing of others' drafts.
 */
package nl.kring.crm.agenda.warning;
