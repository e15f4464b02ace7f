/**
 * Accreditation of a course by register: what is asked of which body and by when, what bodies ask about the course, what they
 * answered, and at which registers an edition was announced.
 *
 * <p>What a course is worth stays with {@code accreditation}; a request that is granted says it there. It sends nothing to
 * anybody: staff copy the texts into the forms of the bodies.
 */
package nl.kring.crm.accreditation.request;
