/** Enrolling, looking and cancelling by program. */
package nl.kring.crm.api.enrolment;
