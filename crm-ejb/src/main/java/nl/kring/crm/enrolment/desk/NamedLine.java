package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * One line of a list of names, and who may be meant.
 *
 * @param number its place in the list, from 1
 * @param text as it was given
 * @param candidates five at most, by name
 */
public record NamedLine(int number, String text, Found found, List<Candidate> candidates) implements Serializable {

    /** What became of looking for it. */
    public enum Found {
        /** One person, who can be enrolled. */
        ONE,
        /** More than one; somebody has to choose. */
        SEVERAL,
        /** Nobody; somebody has to be added. */
        NOBODY,
        /** One person, who has, or waits for, a seat already. */
        ENROLLED,
        /** The same person as an earlier line. */
        TWICE
    }

    /**
     * Somebody of the register.
     *
     * @param enrolled whether he or she has, or waits for, a seat
     * @param outside whether the course is meant for other professions
     */
    public record Candidate(
            UUID person, String name, Profession profession, String workplace, boolean enrolled, boolean outside)
            implements Serializable {}
}
