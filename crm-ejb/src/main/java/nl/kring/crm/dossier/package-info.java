/**
 * What a professional has in each register that he or she is in: earned with us, declared, planned, what does not count and why,
 * and what is still missing, reckoned only from a dated total that he or she read in the register itself.
 *
 * <p>It is the professional's own. There is no list of who falls short, for nobody; and what it says is never official: that is
 * the register's own dossier.
 */
package nl.kring.crm.dossier;
