/** Screens of what waits for a steward, and of what others changed. */
package nl.kring.crm.web.governance;
