/**
 * Reads the files that registers are handed over in: text with separators, and workbooks. It looks at what a file is, not
 * at what it is called, and gives each broken one a single clear refusal.
 *
 * <p>It knows rows and cells; what a column means is not its business.
 */
package nl.kring.crm.intake.file;
