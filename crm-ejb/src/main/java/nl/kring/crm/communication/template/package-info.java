/**
 * How the mails of an organisation read: the text that is shipped, or the organisation's own in its place. Which kinds of
 * mail there are, and what can be filled in, is said by the components that send them
 * ({@link nl.kring.crm.communication.template.MailForms}).
 *
 * <p>It decides not when a mail is sent, nor to whom.
 */
package nl.kring.crm.communication.template;
