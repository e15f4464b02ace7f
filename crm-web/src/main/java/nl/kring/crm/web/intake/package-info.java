/** Screens of bringing registers in. */
package nl.kring.crm.web.intake;
