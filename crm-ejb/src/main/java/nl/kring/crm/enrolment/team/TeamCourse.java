package nl.kring.crm.enrolment.team;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * A course with the people of the practice.
 *
 * @param namesUntil until when seats can be reserved and have to be named
 * @param prerequisites what who comes has to know or can, where the course asks that it is said; else null
 * @param colleagues who work at the practice today, by name
 */
public record TeamCourse(TeamChoice line, Instant namesUntil, String prerequisites, List<Colleague> colleagues)
        implements Serializable {

    /**
     * Somebody who could come.
     *
     * @param enrolled whether he or she has, or waits for, a seat
     * @param outside whether the course is meant for other professions
     */
    public record Colleague(UUID person, String name, Profession profession, boolean enrolled, boolean outside)
            implements Serializable {

        public boolean possible() {
            return !enrolled && !outside;
        }
    }
}
