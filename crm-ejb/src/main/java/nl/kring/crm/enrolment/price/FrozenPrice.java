package nl.kring.crm.enrolment.price;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import nl.kring.crm.platform.InvalidInputException;

/**
 * The parts of a price as they were on the day of enrolling: the base, what a free seat for members or a voucher took off,
 * the rule for VAT and the terms of cancelling. It is made before the seats are locked and settled under their lock.
 */
@Embeddable
public class FrozenPrice {

    private Integer baseCents;
    private Long priceRuleId;
    private Boolean memberSeat;
    private Long voucherId;
    private Integer voucherCents;
    private Boolean vatExempt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "policy_version_id")
    private PolicyVersion policy;

    @Transient
    private boolean mayHaveMemberSeat;

    @Transient
    private Integer shownCents;

    @Transient
    private CancellationTerms terms;

    protected FrozenPrice() {}

    FrozenPrice(PriceQuote quote, PriceFacts facts, PolicyVersion policy, Integer shownCents) {
        Long voucher = quote.voucher() == null ? null : facts.voucher().id();
        this.baseCents = quote.baseCents();
        this.priceRuleId = quote.rule() == null ? null : quote.rule().id();
        this.memberSeat = false;
        this.voucherId = voucher;
        this.voucherCents = voucher == null ? null : quote.voucherCents();
        this.vatExempt = quote.vat().exempt();
        this.policy = policy;
        this.mayHaveMemberSeat = quote.memberSeat();
        this.shownCents = shownCents;
        this.terms = facts.terms();
    }

    /** The same for somebody else who comes instead. */
    public FrozenPrice again() {
        FrozenPrice again = new FrozenPrice();
        again.baseCents = baseCents;
        again.priceRuleId = priceRuleId;
        again.memberSeat = memberSeat;
        again.voucherId = voucherId;
        again.voucherCents = voucherCents;
        again.vatExempt = vatExempt;
        again.policy = policy;
        return again;
    }

    /** What is to be paid. */
    public int priceCents() {
        return isMemberSeat() ? 0 : baseCents - (voucherCents == null ? 0 : voucherCents);
    }

    /** Whether the person may have one of the free seats for members, when there is one under the lock. */
    public boolean mayHaveMemberSeat() {
        return mayHaveMemberSeat;
    }

    /** It is one of the free seats; the voucher is not needed and not used. */
    public void takeMemberSeat() {
        memberSeat = true;
        voucherId = null;
        voucherCents = null;
    }

    /**
     * Nobody is enrolled for more than was shown.
     *
     * @throws InvalidInputException the price went up since
     */
    public void mustNotExceedWhatWasShown() {
        if (shownCents != null && priceCents() > shownCents) {
            throw new InvalidInputException("price-changed");
        }
    }

    public boolean isMemberSeat() {
        return Boolean.TRUE.equals(memberSeat);
    }

    /** The voucher of which a use was taken, or null. */
    public Long getVoucherId() {
        return voucherId;
    }

    public CancellationTerms terms() {
        if (terms != null) {
            return terms;
        }
        return policy == null ? CancellationTerms.FOURTEEN_DAYS : policy.terms();
    }

    Integer getBaseCents() {
        return baseCents;
    }

    Long getPriceRuleId() {
        return priceRuleId;
    }

    Boolean getVatExempt() {
        return vatExempt;
    }
}
