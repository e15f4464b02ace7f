package nl.kring.crm.enrolment.team;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.registry.Profession;

/**
 * A practice with its people and the seats without a name.
 *
 * @param members by name
 * @param reserved by start
 */
public record Team(String practice, List<Member> members, List<Reserved> reserved) implements Serializable {

    /**
     * Somebody of the practice, or for whom it pays.
     *
     * @param works whether he or she works there today
     * @param courses those to come, by start
     */
    public record Member(UUID person, String name, Profession profession, boolean works, List<Course> courses)
            implements Serializable {}

    /**
     * A course that somebody goes to or waits for.
     *
     * @param paid whether the practice pays, so that it may send somebody else
     */
    public record Course(
            UUID enrolment,
            String title,
            Instant startsAt,
            Instant endsAt,
            String where,
            EnrolmentState state,
            boolean paid)
            implements Serializable {

        /** Whether the practice may let a colleague come instead. */
        public boolean replaceable() {
            return paid && state == EnrolmentState.CONFIRMED;
        }
    }

    /**
     * A seat for somebody who is still to be named.
     *
     * @param profession of whom
     * @param until when it comes free by itself
     */
    public record Reserved(
            UUID reservation, UUID edition, String title, Instant startsAt, Profession profession, Instant until)
            implements Serializable {}
}
