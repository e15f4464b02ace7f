/**
 * The log of who did what for which organisation. Rows are added and read; the database gives the application no right to
 * change or remove one.
 */
package nl.kring.crm.audit;
