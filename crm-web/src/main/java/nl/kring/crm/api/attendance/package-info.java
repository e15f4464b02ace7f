/** Being there, over the API. */
package nl.kring.crm.api.attendance;
