/** The dossier of the professional who is signed in. */
package nl.kring.crm.web.dossier;
