/** Where everybody starts: what is near and what is new for the caller. */
package nl.kring.crm.web.workbench;
