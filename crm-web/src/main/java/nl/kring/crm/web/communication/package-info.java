/** Screens that show what was sent to whom. */
package nl.kring.crm.web.communication;
