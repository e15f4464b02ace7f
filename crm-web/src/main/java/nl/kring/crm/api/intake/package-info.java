/** Bringing registers in through the API: registers, runs and the links that came of them. */
package nl.kring.crm.api.intake;
