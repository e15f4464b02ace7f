/** Screens for taking attendance and for certificates. */
package nl.kring.crm.web.attendance;
