package nl.kring.crm.enrolment;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.enrolment.price.CancellationTerms;
import nl.kring.crm.enrolment.price.FrozenPrice;
import nl.kring.crm.enrolment.price.Held;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Person;

/**
 * One person at one edition. It is confirmed when it has a seat, else it waits on a place that only counts against the
 * places of others; the price is the one of the day it was made. Whose it is only a merge changes. Every other change is made under the row lock of the seats.
 */
@Entity
public class Enrolment extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "edition_id")
    private Edition edition;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id", updatable = false)
    private Person person;

    @Enumerated(EnumType.STRING)
    private EnrolmentState state;

    private Integer waitingPlace;
    private int priceCents;
    private Integer feeCents;
    private String email;
    private Instant enrolledAt;
    private Instant confirmedAt;
    private Instant cancelledAt;
    private Long accountId;

    @Embedded
    private FrozenPrice frozen;

    @Version
    private long version;

    protected Enrolment() {}

    Enrolment(Edition edition, Person person, String email, Long accountId, Instant now) {
        this.edition = edition;
        this.person = person;
        this.priceCents = edition.getPriceCents();
        this.email = email;
        this.accountId = accountId;
        this.enrolledAt = now;
    }

    /** Costs what was agreed on the day of enrolling, whatever becomes of the prices of the edition. */
    void freeze(FrozenPrice price) {
        frozen = price;
        priceCents = price.priceCents();
    }

    void confirm(Instant now) {
        state = EnrolmentState.CONFIRMED;
        waitingPlace = null;
        confirmedAt = now;
    }

    void waitAt(int place) {
        state = EnrolmentState.WAITLISTED;
        waitingPlace = place;
    }

    void cancel(int fee, Instant now) {
        state = EnrolmentState.CANCELLED;
        waitingPlace = null;
        feeCents = fee;
        cancelledAt = now;
    }

    public Edition getEdition() {
        return edition;
    }

    public Person getPerson() {
        return person;
    }

    public EnrolmentState getState() {
        return state;
    }

    public boolean isCancelled() {
        return state == EnrolmentState.CANCELLED;
    }

    /** True for who has a seat and for who once had one. */
    boolean wasConfirmed() {
        return confirmedAt != null;
    }

    Integer getWaitingPlace() {
        return waitingPlace;
    }

    public int getPriceCents() {
        return priceCents;
    }

    /** The parts of the price; null for who enrolled before there were any. */
    FrozenPrice getFrozen() {
        return frozen;
    }

    CancellationTerms terms() {
        return frozen == null ? CancellationTerms.FOURTEEN_DAYS : frozen.terms();
    }

    /** From when on there is a seat to give back; for who waits still, from enrolling. */
    Instant seatedSince() {
        return confirmedAt == null ? enrolledAt : confirmedAt;
    }

    /** What the fee for giving the seat back follows from. */
    Held held() {
        return new Held(
                priceCents,
                seatedSince(),
                edition.getStartsAt(),
                edition.getCourse().getKind() == CourseKind.WEBINAR);
    }

    /** What was owed for cancelling, in cents; null as long as it is not cancelled. */
    public Integer getFeeCents() {
        return feeCents;
    }

    /** Where the confirmation went; null when no address was known, so that somebody has to tell it otherwise. */
    public String getEmail() {
        return email;
    }

    public Instant getEnrolledAt() {
        return enrolledAt;
    }

    public long getVersion() {
        return version;
    }
}
