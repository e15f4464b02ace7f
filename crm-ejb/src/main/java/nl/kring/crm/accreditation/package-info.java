/**
 * What a course is worth in which quality register: schemes, and the points of a course in each of them.
 *
 * <p>It does not say who earned them; that is the attendance's to tell. Points are never added up across schemes.
 */
package nl.kring.crm.accreditation;
