package nl.kring.crm.attendance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import nl.kring.crm.platform.BusinessException;

/** Attendance cannot be taken before the day of the session, as the calendar stands in Amsterdam. */
public class AttendanceTooEarlyException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public AttendanceTooEarlyException(LocalDate day) {
        super("attendance-too-early", DateTimeFormatter.ofPattern("dd-MM-yyyy").format(day));
    }
}
