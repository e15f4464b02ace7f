package nl.kring.crm.agenda;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.kring.crm.platform.BaseEntity;

/** One time that a course is held: where, when, for how much. Its seats are counted in {@link SeatCount}. */
@Entity
public class Edition extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "course_id")
    private Course course;

    @Enumerated(EnumType.STRING)
    private EditionState state = EditionState.CONCEPT;

    private String location;
    private String place;
    private String online;
    private Integer fewest;
    private int priceCents;
    private boolean waitingList = true;
    private Instant enrolUntil;
    private Instant startsAt;
    private Instant endsAt;
    private Instant publishedAt;
    private boolean inCompany;

    @ElementCollection
    @CollectionTable(name = "edition_company", joinColumns = @JoinColumn(name = "edition_id"))
    @Column(name = "organisation_id")
    private Set<Long> companies = new HashSet<>();

    private Instant createdAt;
    private String searchText = "";
    private int calendarSequence;

    @Enumerated(EnumType.STRING)
    private Progress.Accreditation accreditationState = Progress.Accreditation.NOT_NEEDED;

    @Enumerated(EnumType.STRING)
    private Progress.Invoicing invoicingState = Progress.Invoicing.NOT_NEEDED;

    @Version
    private long version;

    protected Edition() {}

    Edition(Course course, Instant startsAt, Instant endsAt, Instant now) {
        this.course = course;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.createdAt = now;
    }

    /** Sets when and where it is held and what it costs; the sessions themselves are rows of their own. */
    void schedule(PlannedCourse planned, String newSearchText) {
        startsAt = planned.sessions().get(0).startsAt();
        endsAt = planned.sessions().get(planned.sessions().size() - 1).endsAt();
        location = planned.location();
        place = planned.place();
        online = planned.online();
        fewest = planned.fewest();
        priceCents = planned.priceCents();
        waitingList = planned.waitingList();
        enrolUntil = planned.enrolUntil();
        searchText = newSearchText;
    }

    /** A draft of the same at the same place for the same price, on other days. */
    Edition again(Course of, List<PlannedSession> sessions, Instant newEnrolUntil, String newSearchText, Instant now) {
        Edition again = new Edition(
                of,
                sessions.get(0).startsAt(),
                sessions.get(sessions.size() - 1).endsAt(),
                now);
        again.location = location;
        again.place = place;
        again.online = online;
        again.fewest = fewest;
        again.advance(progress().again());
        again.priceCents = priceCents;
        again.waitingList = waitingList;
        again.enrolUntil = newEnrolUntil;
        again.searchText = newSearchText;
        again.limitTo(companies);
        return again;
    }

    /** Is for the staff of those organisations alone from now on; of none, for everybody. */
    void limitTo(Collection<Long> organisations) {
        companies.retainAll(organisations);
        companies.addAll(organisations);
        inCompany = !companies.isEmpty();
    }

    /** Its course is called otherwise than before. */
    void findBy(String newSearchText) {
        searchText = newSearchText;
    }

    /** Goes on, or back, in its life; as a concept it is as if it had never been in the agenda. */
    void become(EditionState next, Instant now) {
        state = next;
        if (next == EditionState.CONCEPT) {
            publishedAt = null;
        } else if (next.isAnnounced() && publishedAt == null) {
            publishedAt = now;
        }
    }

    /** Calendars of participants must take over what is written next. */
    void renewCalendars() {
        calendarSequence++;
    }

    /** Says how far the matters beside its state are. */
    void advance(Progress progress) {
        accreditationState = progress.accreditation();
        invoicingState = progress.invoicing();
    }

    Progress progress() {
        return new Progress(accreditationState, invoicingState);
    }

    /** Whether anybody may see it: published, or cancelled after that. */
    public boolean isPublic() {
        return publishedAt != null;
    }

    /** Whether it is for the staff of some organisations alone, and stands in no agenda. */
    public boolean isInCompany() {
        return inCompany;
    }

    Set<Long> getCompanies() {
        return Set.copyOf(companies);
    }

    public Course getCourse() {
        return course;
    }

    public EditionState getState() {
        return state;
    }

    /** The building or the address. */
    public String getLocation() {
        return location;
    }

    public String getPlace() {
        return place;
    }

    /** Where to log in; for who has a seat, not for everybody. */
    public String getOnline() {
        return online;
    }

    /** How many participants it needs to be held, or null. */
    public Integer getFewest() {
        return fewest;
    }

    /** How often what stands in calendars was changed. */
    public int getCalendarSequence() {
        return calendarSequence;
    }

    public int getPriceCents() {
        return priceCents;
    }

    /** Whether who comes after the last seat may wait for one. */
    public boolean isWaitingList() {
        return waitingList;
    }

    /** The last moment for enrolling; null means until the edition starts. */
    public Instant getEnrolUntil() {
        return enrolUntil;
    }

    /** When its first session starts. */
    public Instant getStartsAt() {
        return startsAt;
    }

    /** When its last session ends. */
    public Instant getEndsAt() {
        return endsAt;
    }

    String getSearchText() {
        return searchText;
    }

    public long getVersion() {
        return version;
    }
}
