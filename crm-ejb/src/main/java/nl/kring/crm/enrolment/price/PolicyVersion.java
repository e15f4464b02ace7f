package nl.kring.crm.enrolment.price;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import nl.kring.crm.platform.BaseEntity;
import org.hibernate.annotations.Immutable;

/** What a policy says from some time on; it is never changed, so that who enrolled under it stays under it. */
@Entity
@Immutable
public class PolicyVersion extends BaseEntity {

    private Long policyId;
    private int coolingOffDays;
    private Integer[] fromDays;
    private Integer[] percents;
    private Integer[] minimums;
    private Integer[] fixeds;
    private int noShowCents;
    private int freeMeetingDays;
    private int freeMeetingCents;
    private boolean webinarsFree;
    private boolean substituteFree;
    private Long accountId;
    private Instant madeAt;

    protected PolicyVersion() {}

    PolicyVersion(Long policyId, CancellationTerms terms, Long accountId, Instant now) {
        this.policyId = policyId;
        this.coolingOffDays = terms.coolingOffDays();
        this.fromDays = each(terms.tiers(), Tier::fromDays);
        this.percents = each(terms.tiers(), Tier::percent);
        this.minimums = each(terms.tiers(), Tier::minimumCents);
        this.fixeds = each(terms.tiers(), Tier::fixedCents);
        this.noShowCents = terms.noShowCents();
        this.freeMeetingDays = terms.freeMeetingDays();
        this.freeMeetingCents = terms.freeMeetingCents();
        this.webinarsFree = terms.webinarsFree();
        this.substituteFree = terms.substituteFree();
        this.accountId = accountId;
        this.madeAt = now;
    }

    private static Integer[] each(List<Tier> tiers, ToIntFunction<Tier> part) {
        return tiers.stream().map(part::applyAsInt).toArray(Integer[]::new);
    }

    public CancellationTerms terms() {
        List<Tier> tiers = IntStream.range(0, fromDays.length)
                .mapToObj(i -> new Tier(fromDays[i], percents[i], minimums[i], fixeds[i]))
                .toList();
        return new CancellationTerms(
                coolingOffDays, tiers, noShowCents, freeMeetingDays, freeMeetingCents, webinarsFree, substituteFree);
    }

    Long getPolicyId() {
        return policyId;
    }

    Long getAccountId() {
        return accountId;
    }

    Instant getMadeAt() {
        return madeAt;
    }
}
