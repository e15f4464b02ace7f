package nl.kring.crm.enrolment.price;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Profession;

/** What an edition costs for some; it is ended, never changed. */
@Entity
public class PriceRule extends BaseEntity {

    private Long editionId;
    private String[] audience;

    @Enumerated(EnumType.STRING)
    private Belonging belonging;

    private LocalDate until;
    private int priceCents;
    private Long accountId;
    private Instant madeAt;
    private Instant endedAt;

    protected PriceRule() {}

    PriceRule(Long editionId, PriceFor whom, int priceCents, Long accountId, Instant now) {
        this.editionId = editionId;
        this.audience = whom.audience().stream().map(Enum::name).sorted().toArray(String[]::new);
        this.belonging = whom.belonging();
        this.until = whom.until();
        this.priceCents = priceCents;
        this.accountId = accountId;
        this.madeAt = now;
    }

    /** Is for nobody who enrols from now on. */
    void end(Instant now) {
        endedAt = now;
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    PriceFor whom() {
        Set<Profession> professions =
                Arrays.stream(audience).map(Profession::valueOf).collect(Collectors.toSet());
        return new PriceFor(professions, belonging, until);
    }

    Long getEditionId() {
        return editionId;
    }

    int getPriceCents() {
        return priceCents;
    }

    Long getAccountId() {
        return accountId;
    }

    Instant getMadeAt() {
        return madeAt;
    }
}
