package nl.kring.crm.attendance;

import java.io.Serializable;
import java.util.UUID;

/** One tick of the attendance sheet: was this participant present at this session? */
public record AttendanceMark(UUID enrolment, UUID session, boolean present) implements Serializable {}
