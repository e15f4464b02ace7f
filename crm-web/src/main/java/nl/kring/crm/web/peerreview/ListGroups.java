package nl.kring.crm.web.peerreview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.kring.crm.peerreview.GroupLack;
import nl.kring.crm.peerreview.GroupLine;
import nl.kring.crm.peerreview.PeerReviewGroups;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** The groups of the caller's organisation, or those that he or she is in, and what each is short of. */
@Named
@RequestScoped
public class ListGroups {

    @Inject
    private PeerReviewGroups groups;

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    private String year;
    private List<GroupLine> lines;

    public void load() {
        if (!me.isStaff() && !me.isProfessional()) {
            throw new NotAllowedException();
        }
        lines = groups.list(Asked.year(year));
    }

    public String missing(GroupLine line) {
        return line.missing().stream()
                .map(GroupLack::name)
                .map(lack -> Texts.of(Faces.getLocale(), "peerreview.lack." + lack))
                .collect(Collectors.joining(", "));
    }

    public int getShown() {
        Integer asked = Asked.year(year);
        return asked == null ? LocalDate.now(clock).getYear() : asked;
    }

    public long getShort() {
        return lines.stream().filter(line -> !line.missing().isEmpty()).count();
    }

    public List<GroupLine> getLines() {
        return lines;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }
}
