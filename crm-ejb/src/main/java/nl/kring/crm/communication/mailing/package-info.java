/**
 * One text to many: who gets it is decided once and written down with why others do not, and a job puts each mail in the
 * outbox, one for each address whatever happens. Who wants no more says so by a link, for each organisation and kind.
 *
 * <p>Whom a mailing concerns is asked by the components that know; they hand over the recipients.
 */
package nl.kring.crm.communication.mailing;
