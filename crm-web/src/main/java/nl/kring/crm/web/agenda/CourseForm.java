package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.SchemeLine;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.registry.Profession;

/** What is filled in when a course is planned or changed. */
public class CourseForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int USUAL_CAPACITY = 20;
    private static final int WEEKS_AHEAD = 6;

    private final ArrayList<SessionForm> sessions = new ArrayList<>();
    private final ArrayList<PointsForm> points = new ArrayList<>();
    private String organisation;
    private String title;
    private String summary;
    private CourseKind kind;
    private Profession[] audience;
    private String location;
    private String place;
    private String online;
    private Integer fewest;
    private Integer capacity;
    private BigDecimal price;
    private boolean waitingList;
    private LocalDateTime enrolUntil;

    /** An empty form for a Tuesday evening some weeks ahead. */
    static CourseForm fresh(LocalDate today, List<SchemeLine> schemes) {
        CourseForm form = new CourseForm();
        form.kind = CourseKind.TRAINING;
        form.capacity = USUAL_CAPACITY;
        form.price = BigDecimal.ZERO;
        form.waitingList = true;
        LocalDateTime evening = today.plusWeeks(WEEKS_AHEAD)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY))
                .atTime(19, 0);
        form.sessions.add(new SessionForm(evening, evening.plusHours(3)));
        form.offer(schemes, List.of());
        return form;
    }

    /** The form with what is known of an edition. */
    static CourseForm of(EditionDetail edition, List<SchemeLine> schemes, List<SchemePoints> known) {
        CourseForm form = new CourseForm();
        form.title = edition.line().title();
        form.summary = edition.summary();
        form.kind = edition.line().kind();
        form.audience = edition.audience().toArray(Profession[]::new);
        form.location = edition.line().location();
        form.place = edition.line().place();
        form.online = edition.online();
        form.fewest = edition.fewest();
        form.capacity = edition.line().capacity();
        form.price = BigDecimal.valueOf(edition.line().priceCents(), 2);
        form.waitingList = edition.line().waitingList();
        form.enrolUntil = AmsterdamTime.toLocal(edition.enrolUntil());
        edition.sessions().forEach(session -> form.sessions.add(new SessionForm(session)));
        form.offer(schemes, known);
        return form;
    }

    /** One session at another moment than was thought of. */
    void beginAt(LocalDateTime start, int minutes) {
        sessions.clear();
        sessions.add(new SessionForm(start, start.plusMinutes(minutes)));
    }

    private void offer(List<SchemeLine> schemes, List<SchemePoints> known) {
        Map<String, BigDecimal> values =
                known.stream().collect(Collectors.toMap(SchemePoints::scheme, SchemePoints::points));
        schemes.stream()
                .filter(SchemeLine::givesPoints)
                .forEach(scheme -> points.add(new PointsForm(scheme, values.get(scheme.code()))));
    }

    public void addSession() {
        sessions.add(
                sessions.isEmpty()
                        ? new SessionForm(null, null)
                        : sessions.get(sessions.size() - 1).aWeekLater());
    }

    /** Other sessions in the place of those that are there; what is held at the same time stays the same one. */
    void replaceSessions(List<SessionForm> others) {
        sessions.clear();
        sessions.addAll(others);
    }

    public void removeSession(int index) {
        sessions.remove(index);
    }

    PlannedCourse planned() {
        return new PlannedCourse(
                organisation,
                title,
                summary,
                kind,
                audience == null ? Set.of() : Set.of(audience),
                sessions.stream().map(SessionForm::planned).toList(),
                location,
                place,
                online,
                capacity == null ? 0 : capacity,
                fewest,
                price == null ? 0 : price.movePointRight(2).intValueExact(),
                waitingList,
                AmsterdamTime.toInstant(enrolUntil));
    }

    /** As it is wished, with the last moment for enrolling as long before the start as it was. */
    PlannedCourse movedFrom(LocalDateTime start) {
        LocalDateTime first = sessions.stream()
                .map(SessionForm::getStartsAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(start);
        LocalDateTime until = enrolUntil;
        enrolUntil = until == null ? null : until.plus(Duration.between(start, first));
        try {
            return planned();
        } finally {
            enrolUntil = until;
        }
    }

    Map<String, BigDecimal> awarded() {
        Map<String, BigDecimal> awarded = new HashMap<>();
        points.forEach(row -> awarded.put(row.getScheme().code(), row.getPoints()));
        return awarded;
    }

    public CourseKind[] getKinds() {
        return CourseKind.values();
    }

    public Profession[] getProfessions() {
        return Profession.values();
    }

    public List<SessionForm> getSessions() {
        return sessions;
    }

    public List<PointsForm> getPoints() {
        return points;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public CourseKind getKind() {
        return kind;
    }

    public void setKind(CourseKind kind) {
        this.kind = kind;
    }

    public Profession[] getAudience() {
        return audience == null ? new Profession[0] : audience.clone();
    }

    public void setAudience(Profession[] audience) {
        this.audience = audience == null ? null : audience.clone();
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getOnline() {
        return online;
    }

    public void setOnline(String online) {
        this.online = online;
    }

    public Integer getFewest() {
        return fewest;
    }

    public void setFewest(Integer fewest) {
        this.fewest = fewest;
    }

    public Integer getCapacity() {
        return capacity;
    }

    public void setCapacity(Integer capacity) {
        this.capacity = capacity;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public boolean isWaitingList() {
        return waitingList;
    }

    public void setWaitingList(boolean waitingList) {
        this.waitingList = waitingList;
    }

    public LocalDateTime getEnrolUntil() {
        return enrolUntil;
    }

    public void setEnrolUntil(LocalDateTime enrolUntil) {
        this.enrolUntil = enrolUntil;
    }
}
