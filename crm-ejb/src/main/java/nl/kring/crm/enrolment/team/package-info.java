/**
 * A practice and its people: who goes to which course, enrolling several at once, and the seats that were reserved. It owns no
 * seats and no rules; those are of {@link nl.kring.crm.enrolment}. What another practice's people do is not there.
 */
package nl.kring.crm.enrolment.team;
