package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.util.List;

/** Somebody's own enrolments: with a seat, waiting, and what is over or was cancelled (newest first). */
public record MyEnrolments(List<EnrolmentLine> upcoming, List<EnrolmentLine> waiting, List<EnrolmentLine> past)
        implements Serializable {}
