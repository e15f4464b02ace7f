/** A professional's own dossier over REST. */
package nl.kring.crm.api.dossier;
