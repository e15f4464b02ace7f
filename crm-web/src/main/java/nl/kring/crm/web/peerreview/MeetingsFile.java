package nl.kring.crm.web.peerreview;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.peerreview.PeerReviewGroups;
import nl.kring.crm.peerreview.PresenceLine;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** Who was at which meeting in a year, as a file for the office that monitors the groups; each number as text. */
@WebServlet("/peerreview/meetings-file")
public class MeetingsFile extends ExportFile {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private static final List<String> COLUMNS = List.of(
            "peerreview.name",
            "peerreview.kind",
            "peerreview_record-meeting.day",
            "peerreview_record-meeting.subject",
            "peerreview_record-meeting.minutes",
            "peerreview.counts",
            "peerreview.participant",
            "peerreview.big",
            "peerreview.there");

    @Inject
    private transient PeerReviewGroups groups;

    @Inject
    private transient Me me;

    public MeetingsFile() {
        super("toetsgroepen-presentie");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        List<PresenceLine> lines = groups.attendance(Asked.year(request.getParameter("year")));
        Locale locale = me.getLocale();
        return file -> {
            file.row(COLUMNS.stream().map(column -> Texts.of(locale, column)).toList());
            for (PresenceLine line : lines) {
                file.row(Arrays.asList(
                        line.group(),
                        Texts.of(locale, "peerreview.kind." + line.kind()),
                        DAY.format(line.heldOn()),
                        line.subject(),
                        String.valueOf(line.length()),
                        Texts.of(locale, line.counts() ? "peerreview.yes" : "peerreview.no"),
                        line.name(),
                        line.big(),
                        line.minutes() == null ? null : String.valueOf(line.minutes())));
            }
        };
    }
}
