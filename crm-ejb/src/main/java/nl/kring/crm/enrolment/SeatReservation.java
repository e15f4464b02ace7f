package nl.kring.crm.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Profession;

/** A seat that a practice took for somebody whom it names later. It changes under the row lock of the edition's seats alone. */
@Entity
public class SeatReservation extends BaseEntity {

    /** How a reservation ends. */
    public enum Outcome {
        NAMED,
        GIVEN_BACK,
        EXPIRED,
        /** The edition does not take place. */
        NOT_HELD
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "edition_id")
    private Edition edition;

    private Long practiceId;

    @Enumerated(EnumType.STRING)
    private Profession profession;

    private Long quotaId;
    private Long accountId;
    private Instant reservedAt;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private Long enrolmentId;

    protected SeatReservation() {}

    SeatReservation(Edition edition, Long practiceId, Profession profession, Long accountId, Instant now) {
        this.edition = edition;
        this.practiceId = practiceId;
        this.profession = profession;
        this.accountId = accountId;
        this.reservedAt = now;
    }

    /** Its seat is one of a quota, or of nobody in particular when that is null. */
    void count(SeatQuota quota) {
        quotaId = quota == null ? null : quota.getId();
    }

    /** Somebody comes with its seat. */
    void name(Enrolment enrolment, Instant now) {
        end(Outcome.NAMED, now);
        enrolmentId = enrolment.getId();
    }

    void end(Outcome how, Instant now) {
        outcome = how;
        endedAt = now;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    public Edition getEdition() {
        return edition;
    }

    Long getPracticeId() {
        return practiceId;
    }

    /** Of which profession somebody will come. */
    public Profession getProfession() {
        return profession;
    }

    Long getQuotaId() {
        return quotaId;
    }
}
