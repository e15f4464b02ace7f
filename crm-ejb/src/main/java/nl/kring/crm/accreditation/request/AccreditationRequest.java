package nl.kring.crm.accreditation.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** What is asked of the body of one register for one course, and what it answered. */
@Entity
class AccreditationRequest extends BaseEntity {

    private Long courseId;
    private String schemeCode;

    @Enumerated(EnumType.STRING)
    private RequestState state = RequestState.DRAFT;

    private Long renewsId;
    private Long holderId;

    @Enumerated(EnumType.STRING)
    private CourseType courseType = CourseType.WHOLE;

    private String courseNumber;
    private boolean ownCodes;
    private String moduleCode;
    private LocalDate validFrom;
    private LocalDate validTo;
    private int leadDays;
    private int attendanceDays;
    private Integer feeCents;
    private String note;
    private String answer;
    private LocalDate requestedOn;
    private LocalDate decidedOn;
    private Long taskId;
    private Instant createdAt;

    @Version
    private long version;

    protected AccreditationRequest() {}

    AccreditationRequest(Long courseId, String schemeCode, Terms terms, Instant now) {
        this.courseId = courseId;
        this.schemeCode = schemeCode;
        this.leadDays = terms.leadDays();
        this.attendanceDays = terms.attendanceDays();
        this.feeCents = terms.feeCents();
        this.createdAt = now;
    }

    /** The same asked for once more, for the time after. */
    AccreditationRequest renewal(Terms terms, Instant now) {
        AccreditationRequest next = new AccreditationRequest(courseId, schemeCode, terms, now);
        next.renewsId = getId();
        next.holderId = holderId;
        next.courseType = courseType;
        next.ownCodes = ownCodes;
        next.moduleCode = moduleCode;
        return next;
    }

    void describe(RequestForm form, Long holder) {
        courseType = form.courseType();
        holderId = holder;
        ownCodes = form.ownCodes();
        moduleCode = form.moduleCode();
        leadDays = form.leadDays();
        attendanceDays = form.attendanceDays();
        feeCents = form.feeCents();
        note = form.note();
    }

    /** There is something to do for it. */
    void isTask(Long task) {
        taskId = task;
    }

    void submit(LocalDate day) {
        state = RequestState.REQUESTED;
        requestedOn = day;
    }

    /** It was not sent after all, or sent back. */
    void takeBack() {
        state = RequestState.DRAFT;
        requestedOn = null;
    }

    void grant(Grant grant, LocalDate day) {
        state = RequestState.GRANTED;
        courseNumber = grant.courseNumber();
        validFrom = grant.validFrom();
        validTo = grant.validTo();
        decidedOn = day;
        answer = null;
    }

    void reject(String why, LocalDate day) {
        state = RequestState.REJECTED;
        answer = why;
        decidedOn = day;
    }

    Long getCourseId() {
        return courseId;
    }

    String getSchemeCode() {
        return schemeCode;
    }

    RequestState getState() {
        return state;
    }

    Long getHolderId() {
        return holderId;
    }

    int getLeadDays() {
        return leadDays;
    }

    int getAttendanceDays() {
        return attendanceDays;
    }

    Long getTaskId() {
        return taskId;
    }

    long getVersion() {
        return version;
    }
}
