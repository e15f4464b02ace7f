/**
 * What an organisation's staff work with beside what all share: columns of their own, things to do, and who of
 * them is away.
 *
 * <p>Everything here belongs to one organisation; for another it does not exist. It knows no person and no practice, only
 * the numbers that columns hang on and the identity that a task is about.
 */
package nl.kring.crm.workbench;
