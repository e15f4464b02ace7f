/** Proposals for programs. */
package nl.kring.crm.api.governance;
