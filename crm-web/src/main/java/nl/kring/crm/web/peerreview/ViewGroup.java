package nl.kring.crm.web.peerreview;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Collectors;
import nl.kring.crm.peerreview.GroupDetail;
import nl.kring.crm.peerreview.MeetingLine;
import nl.kring.crm.peerreview.PeerReviewGroups;
import nl.kring.crm.peerreview.PeerReviewMeetings;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** One group in one year: its plan, meetings and members. */
@Named
@ViewScoped
public class ViewGroup implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeerReviewGroups groups;

    @Inject
    private PeerReviewMeetings meetings;

    @Inject
    private Me me;

    private String id;
    private String year;
    private String plan;
    private GroupDetail detail;

    public void load() {
        if (!me.isStaff() && !me.isProfessional()) {
            throw new NotAllowedException();
        }
        detail = groups.detail(Asked.uuid(id), Asked.year(year));
        plan = detail.plan();
    }

    public void savePlan() {
        meetings.plan(detail.group().uuid(), detail.year(), plan);
        Asked.group(detail.group().uuid(), "peerreview_view-group.plan.saved");
    }

    public String missing() {
        return detail.group().missing().stream()
                .map(lack -> Texts.of(Faces.getLocale(), "peerreview.lack." + lack))
                .collect(Collectors.joining(", "));
    }

    public String present(MeetingLine meeting) {
        return meeting.present().stream()
                .map(one -> one.name() + " (" + one.minutes() + ")")
                .collect(Collectors.joining(", "));
    }

    public GroupDetail getDetail() {
        return detail;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }
}
