package nl.kring.crm.accreditation.request;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** What a course says of itself that bodies ask too. */
public record CourseSaid(
        String title,
        String summary,
        String organiser,
        String objectives,
        String prerequisites,
        String materials,
        List<String> audience,
        String place,
        int capacity,
        List<Part> programme,
        List<String> speakers,
        List<String> sponsors)
        implements Serializable {

    /** A session of the programme. */
    public record Part(String title, Instant startsAt, Instant endsAt) implements Serializable {}
}
