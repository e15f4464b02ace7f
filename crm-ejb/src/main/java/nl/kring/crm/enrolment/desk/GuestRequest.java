package nl.kring.crm.enrolment.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Profession;

/**
 * Somebody without an account who wants to come. Nothing is done with what was typed until the address that came with it says
 * so; the link that it says it with is known to that address alone.
 */
@Entity
class GuestRequest extends BaseEntity {

    private Long editionId;
    private byte[] tokenHash;
    private byte[] countedFor;
    private byte[] askedFrom;
    private byte[] sameAs;
    private Instant askedAt;
    private Instant expiresAt;
    private String givenName;
    private String prefix;
    private String birthName;

    @Enumerated(EnumType.STRING)
    private Profession profession;

    private String email;
    private String workplace;
    private String big;
    private String language;
    private boolean meetsPrerequisites;
    private Long enrolmentId;
    private Instant confirmedAt;

    @Version
    private long version;

    protected GuestRequest() {}

    GuestRequest(Long editionId, GuestForm form, GuestMarks marks, byte[] tokenHash, Instant now, Instant until) {
        this.editionId = editionId;
        this.tokenHash = tokenHash.clone();
        this.countedFor = marks.address();
        this.askedFrom = marks.caller();
        this.sameAs = marks.guest();
        this.askedAt = now;
        this.expiresAt = until;
        this.givenName = form.givenName();
        this.prefix = form.prefix();
        this.birthName = form.birthName();
        this.profession = form.profession();
        this.email = form.address();
        this.workplace = form.workplace();
        this.big = form.big();
        this.language = form.tongue();
        this.meetsPrerequisites = form.meetsPrerequisites();
    }

    /** It came to this enrolment; what was typed stands in the register now, and no longer here. */
    void confirm(Long enrolment, Instant now) {
        enrolmentId = enrolment;
        confirmedAt = now;
        givenName = null;
        prefix = null;
        birthName = null;
        profession = null;
        email = null;
        workplace = null;
        big = null;
    }

    GuestForm form() {
        return form(Map.of(), Map.of());
    }

    /** With what was answered and the numbers, which are kept beside it. */
    GuestForm form(Map<UUID, String> answers, Map<String, String> numbers) {
        return new GuestForm(
                givenName,
                prefix,
                birthName,
                profession,
                email,
                workplace,
                big,
                language,
                true,
                answers,
                meetsPrerequisites,
                numbers);
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    boolean isExpired(Instant now) {
        return !isConfirmed() && !now.isBefore(expiresAt);
    }

    Long getEditionId() {
        return editionId;
    }

    Long getEnrolmentId() {
        return enrolmentId;
    }

    byte[] getSameAs() {
        return sameAs.clone();
    }

    Instant getExpiresAt() {
        return expiresAt;
    }
}
