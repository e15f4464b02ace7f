package nl.kring.crm.web.accreditation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.accreditation.request.AccreditationPage;
import nl.kring.crm.accreditation.request.AskedPoints;
import nl.kring.crm.accreditation.request.CourseType;
import nl.kring.crm.accreditation.request.Grant;
import nl.kring.crm.accreditation.request.RequestForm;
import nl.kring.crm.accreditation.request.RequestLine;
import nl.kring.crm.agenda.AmsterdamTime;

/** A request in the form: what is asked, or what was given. */
public class RequestRow implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int EMPTY_ROWS = 3;

    /** Points of one category, for the whole or a part. */
    public static class PointsRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private String category;
        private String part;
        private BigDecimal points;

        public String getCategory() {
            return category;
        }

        public void setCategory(String category) {
            this.category = category;
        }

        public String getPart() {
            return part;
        }

        public void setPart(String part) {
            this.part = part;
        }

        public BigDecimal getPoints() {
            return points;
        }

        public void setPoints(BigDecimal points) {
            this.points = points;
        }
    }

    private CourseType courseType;
    private String holder;
    private boolean ownCodes;
    private String moduleCode;
    private int leadDays;
    private int attendanceDays;
    private BigDecimal fee;
    private String note;
    private String courseNumber;
    private LocalDate validFrom;
    private LocalDate validTo;
    private final ArrayList<PointsRow> points = new ArrayList<>();

    RequestRow(RequestLine line, AccreditationPage page) {
        RequestForm form = line.form();
        courseType = form.courseType();
        holder = form.holder();
        ownCodes = form.ownCodes();
        moduleCode = form.moduleCode();
        leadDays = form.leadDays();
        attendanceDays = form.attendanceDays();
        fee = form.feeCents() == null ? null : BigDecimal.valueOf(form.feeCents(), 2);
        note = form.note();
        courseNumber = line.courseNumber();
        validFrom = AmsterdamTime.toLocal(page.startsAt()).toLocalDate();
        validTo = validFrom.plusMonths(line.usualMonths()).minusDays(1);
        form.points().forEach(each -> {
            PointsRow row = new PointsRow();
            row.category = each.category();
            row.part = each.part();
            row.points = each.points();
            points.add(row);
        });
        for (int i = 0; i < EMPTY_ROWS; i++) {
            points.add(new PointsRow());
        }
    }

    RequestForm form() {
        return new RequestForm(
                courseType,
                holder,
                ownCodes,
                moduleCode,
                leadDays,
                attendanceDays,
                fee == null ? null : fee.movePointRight(2).intValue(),
                note,
                asked());
    }

    Grant grant() {
        return new Grant(courseNumber, validFrom, validTo, asked());
    }

    private List<AskedPoints> asked() {
        return points.stream()
                .filter(row -> row.points != null)
                .map(row -> new AskedPoints(row.category, row.part, row.points))
                .toList();
    }

    public CourseType getCourseType() {
        return courseType;
    }

    public void setCourseType(CourseType courseType) {
        this.courseType = courseType;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public boolean isOwnCodes() {
        return ownCodes;
    }

    public void setOwnCodes(boolean ownCodes) {
        this.ownCodes = ownCodes;
    }

    public String getModuleCode() {
        return moduleCode;
    }

    public void setModuleCode(String moduleCode) {
        this.moduleCode = moduleCode;
    }

    public int getLeadDays() {
        return leadDays;
    }

    public void setLeadDays(int leadDays) {
        this.leadDays = leadDays;
    }

    public int getAttendanceDays() {
        return attendanceDays;
    }

    public void setAttendanceDays(int attendanceDays) {
        this.attendanceDays = attendanceDays;
    }

    public BigDecimal getFee() {
        return fee;
    }

    public void setFee(BigDecimal fee) {
        this.fee = fee;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getCourseNumber() {
        return courseNumber;
    }

    public void setCourseNumber(String courseNumber) {
        this.courseNumber = courseNumber;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }

    public List<PointsRow> getPoints() {
        return points;
    }
}
