package nl.kring.crm.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the seats of one edition are given. One that says nothing gives them to who comes first, and offers what comes free to
 * who waits, for two working days.
 */
@Entity
public class SeatTerms {

    /** Working hours that an offer stands when nothing else was said. */
    public static final int OFFER_HOURS = 16;

    /** So shortly before the start nobody is asked: who waits simply has the seat. */
    private static final Duration TOO_LATE_TO_ASK = Duration.ofHours(72);

    /** So long before the start reserved seats come free that nobody was named for, when nothing else was said. */
    static final Duration NAMES_BEFORE = Duration.ofDays(7);

    @Id
    private Long editionId;

    private Instant membersUntil;
    private boolean membersDone;
    private Integer offerHours = OFFER_HOURS;
    private boolean approval;
    private boolean prerequisites;
    private boolean draw;
    private Instant namesUntil;

    @Version
    private long version;

    protected SeatTerms() {}

    SeatTerms(Long editionId) {
        this.editionId = editionId;
    }

    /** Says how they are given from now on. */
    void agree(SeatAgreement agreed) {
        membersUntil = agreed.membersUntil();
        membersDone = false;
        offerHours = agreed.offerHours();
        approval = agreed.approval();
        prerequisites = agreed.prerequisites();
        namesUntil = agreed.namesUntil();
    }

    /** Until when reserved seats of an edition that starts then are to be named. */
    Instant namesUntil(Instant startsAt) {
        return namesUntil == null ? startsAt.minus(NAMES_BEFORE) : namesUntil;
    }

    /** The time of the members is over, and who waited for that has been served. */
    void endPriority() {
        membersDone = true;
    }

    /** Whether seats are given by lot, from now on until the draw was held. */
    void giveByLot(boolean byLot) {
        draw = byLot;
    }

    /** Whoever comes first has the seat from now on. */
    void drawHeld() {
        draw = false;
    }

    /** Whether seats of that edition are given by lot, and the draw is to come. */
    boolean isDraw() {
        return draw;
    }

    /** Whether seats are for members of the organisers alone at that moment. */
    boolean isForMembersAt(Instant moment) {
        return membersUntil != null && moment.isBefore(membersUntil);
    }

    /** Until when a seat that comes free is offered; nothing when it is given at once. */
    Optional<Instant> offerUntil(Instant now, Instant startsAt) {
        if (offerHours == null || !now.isBefore(startsAt.minus(TOO_LATE_TO_ASK))) {
            return Optional.empty();
        }
        Instant deadline = WorkingHours.after(now, offerHours);
        Instant last = startsAt.minus(TOO_LATE_TO_ASK);
        return Optional.of(deadline.isBefore(last) ? deadline : last);
    }

    public Long getEditionId() {
        return editionId;
    }

    /** Until when only members of the organisers get a seat; null when all are served alike. */
    public Instant getMembersUntil() {
        return membersUntil;
    }

    /** How many working hours an offer stands; null when a seat that comes free is given at once. */
    public Integer getOfferHours() {
        return offerHours;
    }

    /** Whether staff decide about each request. */
    public boolean isApproval() {
        return approval;
    }

    /** Whether who enrols has to say that he or she knows what the course asks for. */
    public boolean isPrerequisites() {
        return prerequisites;
    }

    /** Until when reserved seats are to be named; null when nothing was said. */
    public Instant getNamesUntil() {
        return namesUntil;
    }

    public long getVersion() {
        return version;
    }
}
