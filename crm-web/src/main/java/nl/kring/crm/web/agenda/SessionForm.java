package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.SessionLine;

/** A meeting in the form, by the clock on the wall. */
public class SessionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID uuid;
    private String title;
    private LocalDateTime startsAt;
    private LocalDateTime endsAt;
    private String location;
    private String online;

    SessionForm(LocalDateTime startsAt, LocalDateTime endsAt) {
        this.uuid = null;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
    }

    SessionForm(SessionLine line) {
        uuid = line.uuid();
        title = line.title();
        startsAt = AmsterdamTime.toLocal(line.startsAt());
        endsAt = AmsterdamTime.toLocal(line.endsAt());
        location = line.location();
        online = line.online();
    }

    /** Another one a week after this one. */
    SessionForm aWeekLater() {
        return new SessionForm(
                startsAt == null ? null : startsAt.plusWeeks(1), endsAt == null ? null : endsAt.plusWeeks(1));
    }

    boolean is(String session) {
        return uuid != null && uuid.toString().equals(session);
    }

    /** As long as it was, from another time on. */
    void moveTo(LocalDateTime start) {
        endsAt = endsAt.plus(Duration.between(startsAt, start));
        startsAt = start;
    }

    /** At the same time of another day. */
    void shift(int days) {
        startsAt = startsAt == null ? null : startsAt.plusDays(days);
        endsAt = endsAt == null ? null : endsAt.plusDays(days);
    }

    PlannedSession planned() {
        return new PlannedSession(
                uuid, title, AmsterdamTime.toInstant(startsAt), AmsterdamTime.toInstant(endsAt), location, online);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public LocalDateTime getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(LocalDateTime startsAt) {
        this.startsAt = startsAt;
    }

    public LocalDateTime getEndsAt() {
        return endsAt;
    }

    public void setEndsAt(LocalDateTime endsAt) {
        this.endsAt = endsAt;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getOnline() {
        return online;
    }

    public void setOnline(String online) {
        this.online = online;
    }
}
