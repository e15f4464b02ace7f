package nl.kring.crm.web.peerreview;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.kring.crm.peerreview.GroupLine;
import nl.kring.crm.peerreview.PeerReviewGroups;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.platform.ExportFile;

/** How the groups stand in a year, as a file for a spreadsheet. */
@WebServlet("/peerreview/groups-file")
public class GroupsFile extends ExportFile {

    private static final long serialVersionUID = 1L;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Inject
    private transient PeerReviewGroups groups;

    public GroupsFile() {
        super("toetsgroepen");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        List<GroupLine> lines = groups.list(Asked.year(request.getParameter("year")));
        return file -> {
            file.row(List.of(
                    text("peerreview.name"),
                    text("peerreview.kind"),
                    text("peerreview.consultants"),
                    text("peerreview.members"),
                    text("peerreview.meetings"),
                    text("peerreview.minutes.short"),
                    text("peerreview.plan"),
                    text("peerreview.missing")));
            for (GroupLine line : lines) {
                file.row(List.of(
                        line.name(),
                        text("peerreview.kind." + line.kind()),
                        line.consultants() == null ? "" : line.consultants(),
                        String.valueOf(line.members()),
                        String.valueOf(line.meetings()),
                        String.valueOf(line.minutes()),
                        text(line.planned() ? "peerreview.yes" : "peerreview.no"),
                        line.missing().stream()
                                .map(lack -> text("peerreview.lack." + lack))
                                .collect(Collectors.joining(", "))));
            }
        };
    }

    private static String text(String key) {
        return Texts.of(DUTCH, key);
    }
}
