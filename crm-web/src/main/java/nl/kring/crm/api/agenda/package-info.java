/** The public agenda over HTTP, and how another program announces an edition. */
package nl.kring.crm.api.agenda;
