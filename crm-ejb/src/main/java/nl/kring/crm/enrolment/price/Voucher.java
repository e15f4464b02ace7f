package nl.kring.crm.enrolment.price;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.platform.InvalidInputException;

/**
 * A code that makes a course of an organisation cheaper, so many times. Without a version: whoever uses it or gives a use
 * back holds its row lock, which is asked for under that of the seats and never before.
 */
@Entity
public class Voucher extends BaseEntity {

    private Long organisationId;
    private Long courseId;
    private String code;
    private Integer percent;
    private Integer amountCents;
    private int uses;
    private int used;
    private LocalDate until;
    private Long accountId;
    private Instant madeAt;
    private Instant endedAt;

    protected Voucher() {}

    Voucher(Long organisationId, Long courseId, VoucherForm form, Long accountId, Instant now) {
        this.organisationId = organisationId;
        this.courseId = courseId;
        this.code = form.code();
        this.percent = form.percent();
        this.amountCents = form.amountCents();
        this.uses = form.uses();
        this.until = form.until();
        this.accountId = accountId;
        this.madeAt = now;
    }

    /**
     * Takes one of its uses. The caller holds the row lock.
     *
     * @throws InvalidInputException there is none left, or it was ended
     */
    public void use() {
        if (endedAt != null) {
            throw new InvalidInputException("voucher-unknown");
        }
        if (used >= uses) {
            throw new InvalidInputException("voucher-used-up");
        }
        used++;
    }

    /** Gives a use back. The caller holds the row lock. */
    public void giveBack() {
        used--;
    }

    /** Nobody can use it any more; who did keeps the price. */
    void end(Instant now) {
        endedAt = now;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    Long getCourseId() {
        return courseId;
    }

    String getCode() {
        return code;
    }

    Integer getPercent() {
        return percent;
    }

    Integer getAmountCents() {
        return amountCents;
    }

    int getUses() {
        return uses;
    }

    public int getUsed() {
        return used;
    }

    LocalDate getUntil() {
        return until;
    }

    Long getAccountId() {
        return accountId;
    }

    Instant getMadeAt() {
        return madeAt;
    }

    Instant getEndedAt() {
        return endedAt;
    }
}
