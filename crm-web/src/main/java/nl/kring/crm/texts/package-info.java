/** The texts of screens and API in Dutch and English; nothing else. */
package nl.kring.crm.texts;
