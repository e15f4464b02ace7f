/**
 * The rules of the quality registers, with a date, and what they make of a professional's points: what counts, what does not and
 * why, what is asked and what is short of it. Also whose period in a register runs from when until when.
 *
 * <p>It keeps no points and knows no courses. A version of the rules is never changed; another takes its place.
 */
package nl.kring.crm.accreditation.scheme;
