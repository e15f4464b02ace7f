package nl.kring.crm.enrolment;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.security.MessageDigest;
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
    private Long quotaId;
    private boolean extra;
    private Instant offerUntil;
    private Long replacedById;

    @Enumerated(EnumType.STRING)
    private PayerKind payerKind;

    private Long payerOrganisationId;
    private String payerReference;
    private String note;
    private byte[] linkHash;

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

    /** Staff have to say yes first. */
    void request() {
        state = EnrolmentState.REQUESTED;
    }

    /** Gets a seat for good: that of a quota, or of nobody in particular when that is null. */
    void confirm(SeatQuota quota, Instant now) {
        quotaId = quota == null ? null : quota.getId();
        confirm(now);
    }

    /** Takes the seat that was offered, or keeps the one there is. */
    void confirm(Instant now) {
        state = EnrolmentState.CONFIRMED;
        waitingPlace = null;
        offerUntil = null;
        confirmedAt = now;
    }

    /** Gets a seat beyond the last one. */
    void squeezeIn(Instant now) {
        extra = true;
        confirm(now);
    }

    void waitAt(int place) {
        state = EnrolmentState.WAITLISTED;
        waitingPlace = place;
    }

    /** A seat is held until a moment. */
    void offer(SeatQuota quota, Instant until) {
        quotaId = quota == null ? null : quota.getId();
        state = EnrolmentState.OFFERED;
        waitingPlace = null;
        offerUntil = until;
    }

    void cancel(int fee, Instant now) {
        state = EnrolmentState.CANCELLED;
        waitingPlace = null;
        offerUntil = null;
        feeCents = fee;
        cancelledAt = now;
    }

    /** Somebody else comes with this seat, price and payer, for a fee in cents. */
    void handOver(Enrolment successor, int fee, Instant now) {
        successor.state = state;
        successor.confirmedAt = now;
        successor.quotaId = quotaId;
        successor.extra = extra;
        successor.priceCents = priceCents;
        successor.frozen = frozen == null ? null : frozen.again();
        successor.payerKind = payerKind;
        successor.payerOrganisationId = payerOrganisationId;
        successor.payerReference = payerReference;
        state = EnrolmentState.REPLACED;
        feeCents = fee;
        replacedById = successor.getId();
        cancelledAt = now;
    }

    /** What came of a seat once the edition was held. */
    void came(EnrolmentState outcome) {
        state = outcome;
    }

    /** Whoever has the text of which this is the hash may say yes or no to waiting; the one before is of no use any more. */
    void openBy(byte[] hash) {
        linkHash = hash;
    }

    boolean isOpenedBy(byte[] hash) {
        return linkHash != null && MessageDigest.isEqual(linkHash, hash);
    }

    void bill(PayerKind kind, Long organisationId, String reference) {
        payerKind = kind;
        payerOrganisationId = organisationId;
        payerReference = reference;
    }

    void remark(String newNote) {
        note = newNote;
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

    /** Cancelled, or passed on to somebody else. */
    public boolean isEnded() {
        return state.isEnded();
    }

    /** True for who has a seat and for who once had one. */
    boolean wasConfirmed() {
        return confirmedAt != null;
    }

    Integer getWaitingPlace() {
        return waitingPlace;
    }

    /** Whose seat it has; null when of nobody in particular. */
    Long getQuotaId() {
        return quotaId;
    }

    /** Whether its seat is one beyond the last one. */
    public boolean isExtra() {
        return extra;
    }

    /** Until when the seat is held that is offered; null when none is. */
    public Instant getOfferUntil() {
        return offerUntil;
    }

    Long getReplacedById() {
        return replacedById;
    }

    /** Who gets the bill; null when nobody said so, which is the person. */
    public PayerKind getPayerKind() {
        return payerKind;
    }

    public Long getPayerOrganisationId() {
        return payerOrganisationId;
    }

    public String getPayerReference() {
        return payerReference;
    }

    /** What staff noted; for the organisers alone. */
    public String getNote() {
        return note;
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

    /** What was owed for cancelling, or for sending somebody else, in cents; null as long as it has not ended. */
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
