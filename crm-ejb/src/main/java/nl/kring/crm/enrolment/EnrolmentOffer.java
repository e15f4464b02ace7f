package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.enrolment.price.PriceQuote;
import nl.kring.crm.registry.Profession;

/**
 * What somebody sees before enrolling: the edition, the own data that go along, and what would happen.
 *
 * @param price what it would cost, and what giving the seat back would
 * @param full no seat is left, so that enrolling means waiting
 * @param waiting how many wait already
 * @param name of the person, as the organiser sees it
 * @param email where the confirmation would go, or null
 * @param refusal the code of the rule that says no, or null when enrolling is possible
 * @param overlaps where the person has, or waits for, a seat at the same time
 * @param seat NEXT when there is a seat for this person, else why he or she would wait
 * @param draw when seats are given by lot; null when whoever comes first has them
 * @param approval whether staff decide about each request
 * @param prerequisites what one has to know or have done, to be agreed to; null when nothing is asked
 * @param questions what the course asks
 * @param numbers registers that count its points and in which no number of the person is known
 * @param inCompany whether it is for the staff of some organisations alone, which pay
 * @param employers where the person works today
 * @param enrolment the own enrolment that exists already, or null
 */
public record EnrolmentOffer(
        UUID editionUuid,
        String title,
        String summary,
        String organiser,
        String where,
        List<Meeting> meetings,
        PriceQuote price,
        boolean full,
        int waiting,
        String name,
        Profession profession,
        String workplace,
        String email,
        String refusal,
        UUID enrolment,
        List<Overlap> overlaps,
        WaitingReason seat,
        DrawWindow draw,
        boolean approval,
        String prerequisites,
        List<Question> questions,
        List<NeededNumber> numbers,
        boolean inCompany,
        List<Employer> employers)
        implements Serializable {

    /** An organisation where the person works, which can pay. */
    public record Employer(UUID organisation, String name, PayerKind kind) implements Serializable {

        /** As it is chosen. */
        public String code() {
            return kind + " " + organisation;
        }
    }

    /**
     * A register in which a number is missing.
     *
     * @param code of the scheme that counts the points
     */
    public record NeededNumber(String code, String name) implements Serializable {}

    /** Another course at the same time. */
    public record Overlap(String title, Instant startsAt, Instant endsAt) implements Serializable {}

    /**
     * One session.
     *
     * @param title null when it has none of its own
     * @param where a place of its own, or null
     * @param online where to log in, or null
     */
    public record Meeting(UUID uuid, String title, Instant startsAt, Instant endsAt, String where, String online)
            implements Serializable {}
}
