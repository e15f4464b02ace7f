package nl.kring.crm.web.peerreview;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.peerreview.GroupDetail;
import nl.kring.crm.peerreview.MeetingForm;
import nl.kring.crm.peerreview.MeetingLine;
import nl.kring.crm.peerreview.MemberLine;
import nl.kring.crm.peerreview.PeerReviewGroups;
import nl.kring.crm.peerreview.PeerReviewMeetings;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.web.layout.Me;

/** A meeting as its consultant records it, on a phone right after it; or puts it right. */
@Named
@ViewScoped
public class RecordMeeting implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL = 60;

    /** Somebody of the group, and whether he or she was there. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private final UUID person;
        private final String name;
        private boolean present;
        private Integer minutes;

        Line(UUID person, String name, boolean present, Integer minutes) {
            this.person = person;
            this.name = name;
            this.present = present;
            this.minutes = minutes;
        }

        public String getName() {
            return name;
        }

        public boolean isPresent() {
            return present;
        }

        public void setPresent(boolean present) {
            this.present = present;
        }

        public Integer getMinutes() {
            return minutes;
        }

        public void setMinutes(Integer minutes) {
            this.minutes = minutes;
        }
    }

    @Inject
    private PeerReviewGroups groups;

    @Inject
    private PeerReviewMeetings meetings;

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    private String id;
    private String meeting;
    private String year;
    private GroupDetail detail;
    private MeetingLine known;
    private LocalDate heldOn;
    private Integer minutes = USUAL;
    private String subject;
    private String report;
    private String reason;
    private List<Line> lines;

    public void load() {
        if (!me.isStaff() && !me.isProfessional()) {
            throw new NotAllowedException();
        }
        detail = groups.detail(Asked.uuid(id), Asked.year(year));
        if (!detail.records()) {
            throw new NotAllowedException();
        }
        heldOn = LocalDate.now(clock);
        if (meeting != null && !meeting.isBlank()) {
            UUID uuid = Asked.uuid(meeting);
            known = detail.meetings().stream()
                    .filter(one -> one.uuid().equals(uuid))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            heldOn = known.heldOn();
            minutes = known.minutes();
            subject = known.subject();
            report = known.report();
        }
        lines = detail.members().stream()
                .filter(one -> known == null ? one.isIn(heldOn) : true)
                .collect(
                        LinkedHashMap<UUID, MemberLine>::new,
                        (all, one) -> all.putIfAbsent(one.person(), one),
                        Map::putAll)
                .values()
                .stream()
                .map(this::line)
                .toList();
    }

    private Line line(MemberLine member) {
        Integer there = known == null
                ? null
                : known.present().stream()
                        .filter(one -> one.person().equals(member.person()))
                        .map(MeetingLine.Present::minutes)
                        .findFirst()
                        .orElse(null);
        return new Line(
                member.person(), member.name(), there != null, there != null && there.equals(minutes) ? null : there);
    }

    public void save() {
        Map<UUID, Integer> present = new LinkedHashMap<>();
        lines.stream()
                .filter(Line::isPresent)
                .forEach(line -> present.put(line.person, line.minutes == null ? minutes : line.minutes));
        MeetingForm form = new MeetingForm(heldOn, minutes, subject, report, present);
        UUID group = detail.group().uuid();
        if (known == null) {
            meetings.record(group, form);
        } else {
            meetings.correct(group, known.uuid(), known.version(), form);
        }
        Asked.group(group, "peerreview_record-meeting.saved");
    }

    public void withdraw() {
        meetings.withdraw(detail.group().uuid(), known.uuid(), reason);
        Asked.group(detail.group().uuid(), "peerreview_record-meeting.withdrawn");
    }

    public boolean isKnown() {
        return known != null;
    }

    public GroupDetail getDetail() {
        return detail;
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getMeeting() {
        return meeting;
    }

    public void setMeeting(String meeting) {
        this.meeting = meeting;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public void setHeldOn(LocalDate heldOn) {
        this.heldOn = heldOn;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getReport() {
        return report;
    }

    public void setReport(String report) {
        this.report = report;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
