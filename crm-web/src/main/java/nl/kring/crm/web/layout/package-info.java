/** What every screen shares: the texts, who is signed in, the header, and the one place where a refusal becomes a message. */
package nl.kring.crm.web.layout;
