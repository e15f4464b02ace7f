/**
 * Finishing an edition after the evening: what is still open for each participant, from being there to the invoice, and the
 * edition that is closed when nothing is.
 *
 * <p>It knows of presence and of nothing else: whoever owns a step answers for it when {@link
 * nl.kring.crm.attendance.closing.ClosingAsked} is asked, and does the work on its own page.
 */
package nl.kring.crm.attendance.closing;
