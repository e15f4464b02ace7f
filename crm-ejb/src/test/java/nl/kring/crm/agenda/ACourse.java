package nl.kring.crm.agenda;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.kring.crm.registry.Profession;

/** A course that may be kept as it is, to be varied by tests. */
public final class ACourse {

    private String title = "Reanimatie en AED";
    private Set<Profession> audience = Set.of();
    private List<PlannedSession> sessions = new ArrayList<>();
    private String place = "Almelo";
    private String online;
    private int capacity = 20;
    private Integer fewest;
    private int priceCents = 12_500;
    private boolean waitingList = true;
    private Instant enrolUntil;
    private boolean bare;

    public static ACourse aCourse() {
        return new ACourse();
    }

    public ACourse titled(String value) {
        title = value;
        return this;
    }

    public ACourse meantFor(Profession... professions) {
        audience = Set.of(professions);
        return this;
    }

    /** Adds a session by the clock on the wall. */
    public ACourse from(String start, String end) {
        sessions.add(PlannedSession.local(null, LocalDateTime.parse(start), LocalDateTime.parse(end)));
        return this;
    }

    public ACourse with(List<PlannedSession> value) {
        sessions = new ArrayList<>(value);
        return this;
    }

    public ACourse withoutSessions() {
        sessions = List.of();
        bare = true;
        return this;
    }

    public ACourse in(String value) {
        place = value;
        return this;
    }

    public ACourse online(String value) {
        online = value;
        return this;
    }

    public ACourse fewest(Integer value) {
        fewest = value;
        return this;
    }

    public ACourse seats(int value) {
        capacity = value;
        return this;
    }

    public ACourse costing(int cents) {
        priceCents = cents;
        return this;
    }

    public ACourse withoutWaitingList() {
        waitingList = false;
        return this;
    }

    public ACourse enrolUntil(String wall) {
        enrolUntil = AmsterdamTime.toInstant(LocalDateTime.parse(wall));
        return this;
    }

    public PlannedCourse wish() {
        if (sessions.isEmpty() && !bare) {
            from("2026-11-03T19:00", "2026-11-03T22:00");
        }
        return new PlannedCourse(
                null,
                title,
                "Voor wie het jaarlijks herhaalt.",
                CourseKind.TRAINING,
                audience,
                sessions,
                "De Demozaal",
                place,
                online,
                capacity,
                fewest,
                priceCents,
                waitingList,
                enrolUntil);
    }
}
