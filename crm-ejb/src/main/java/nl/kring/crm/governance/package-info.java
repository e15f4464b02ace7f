/**
 * Who may change what of a person that others use too: notices of what others changed, and proposals of what waits for the
 * steward. Which organisation is the steward, {@code registry} knows.
 */
package nl.kring.crm.governance;
