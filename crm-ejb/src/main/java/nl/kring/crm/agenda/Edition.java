package nl.kring.crm.agenda;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/** One time that a course is held: where, when, for how much. Its seats are counted in {@link SeatCount}. */
@Entity
public class Edition extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "course_id")
    private Course course;

    @Enumerated(EnumType.STRING)
    private EditionState state = EditionState.DRAFT;

    private String location;
    private String place;
    private int priceCents;
    private boolean waitingList = true;
    private Instant enrolUntil;
    private Instant startsAt;
    private Instant endsAt;
    private Instant publishedAt;
    private Instant createdAt;
    private String searchText = "";

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
        again.priceCents = priceCents;
        again.waitingList = waitingList;
        again.enrolUntil = newEnrolUntil;
        again.searchText = newSearchText;
        return again;
    }

    /** Its course is called otherwise than before. */
    void findBy(String newSearchText) {
        searchText = newSearchText;
    }

    /** From now on everybody sees it in the agenda and may enrol. */
    void publish(Instant now) {
        state = EditionState.PUBLISHED;
        publishedAt = now;
    }

    /** Back to a draft, as if it had never been published. */
    void withdraw() {
        state = EditionState.DRAFT;
        publishedAt = null;
    }

    /** It will not be held. */
    void cancel() {
        state = EditionState.CANCELLED;
    }

    /** Whether anybody may see it: published, or cancelled after that. */
    public boolean isPublic() {
        return publishedAt != null;
    }

    public Course getCourse() {
        return course;
    }

    public EditionState getState() {
        return state;
    }

    /** The building or the address; for a webinar where to log in. */
    public String getLocation() {
        return location;
    }

    public String getPlace() {
        return place;
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
