package nl.kring.crm.web.enrolment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kring.crm.enrolment.CalendarFeeds;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.web.platform.Unchanged;

/** Somebody's own enrolments for a calendar program that has the address; nobody between may keep them. */
@WebServlet("/enrolment/feed.ics")
public class ReadCalendarFeed extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CalendarFeeds feeds;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Unchanged.answer(
                    request,
                    response,
                    "text/calendar; charset=UTF-8",
                    "private, no-cache",
                    feeds.read(request.getParameter("token")));
        } catch (NotFoundException unknownOrTakenBack) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
