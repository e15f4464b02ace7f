package nl.kring.crm.enrolment;

import java.io.Serializable;

/** How many courses somebody goes to, waits for and has been enrolled in. */
public record CourseGlance(int upcoming, int waiting, int past) implements Serializable {}
