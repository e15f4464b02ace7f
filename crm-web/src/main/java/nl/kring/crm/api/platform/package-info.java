/** What all of the API shares: where it begins, how a refusal is told, what an instant looks like. */
package nl.kring.crm.api.platform;
