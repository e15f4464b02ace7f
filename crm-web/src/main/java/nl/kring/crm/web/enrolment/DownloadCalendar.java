package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.UUID;
import nl.kring.crm.enrolment.Enrolments;

/** The appointment of an enrolment, for a calendar. */
@WebServlet("/enrolment/calendar.ics")
public class DownloadCalendar extends Download {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Enrolments enrolments;

    public DownloadCalendar() {
        super("text/calendar; charset=UTF-8", "nascholing.ics");
    }

    @Override
    String contents(UUID id) {
        return enrolments.calendar(id);
    }
}
