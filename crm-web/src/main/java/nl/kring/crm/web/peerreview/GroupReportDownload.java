package nl.kring.crm.web.peerreview;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import nl.kring.crm.peerreview.PeerReviewGroups;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.layout.SentFile;

/** Hands out the year of a group as a PDF. */
@WebServlet("/peerreview/report")
public class GroupReportDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PeerReviewGroups groups;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = me.getLocale();
        response.setHeader("Cache-Control", "no-store");
        SentFile.answer(
                response,
                () -> SentFile.pdf(
                        "toetsgroep.pdf",
                        groups.report(
                                Asked.uuid(request.getParameter("id")),
                                Asked.year(request.getParameter("year")),
                                (key, given) -> Texts.of(locale, key, given))));
    }
}
