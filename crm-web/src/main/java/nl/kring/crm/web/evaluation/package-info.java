/** Screens for questionnaires, for answering them and for what comes of them. */
package nl.kring.crm.web.evaluation;
