/** Own columns in the API. */
package nl.kring.crm.api.workbench;
