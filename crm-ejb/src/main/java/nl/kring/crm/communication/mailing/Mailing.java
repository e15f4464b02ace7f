package nl.kring.crm.communication.mailing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.communication.MailText;

/** One text to many. Its number outside is chosen by who previewed it, so that the same one is never sent twice. */
@Entity
@Table(name = "mailing")
class Mailing {

    @Id
    private Long id;

    @Column(updatable = false)
    private UUID uuid;

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    private MailingPurpose purpose;

    private Long editionId;
    private String about;
    private String subject;
    private String body;
    private String subjectEn;
    private String bodyEn;
    private Long accountId;
    private Instant queuedAt;
    private Instant finishedAt;
    private Instant stoppedAt;

    @Version
    private long version;

    protected Mailing() {}

    void finish(Instant now) {
        finishedAt = now;
    }

    void stop(Instant now) {
        stoppedAt = now;
    }

    boolean isUnderWay() {
        return finishedAt == null && stoppedAt == null;
    }

    Long getId() {
        return id;
    }

    UUID getUuid() {
        return uuid;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    MailingPurpose getPurpose() {
        return purpose;
    }

    /** For who reads that language; Dutch where there is no other. */
    MailText text(String language) {
        return "en".equals(language) && subjectEn != null
                ? new MailText(subjectEn, bodyEn)
                : new MailText(subject, body);
    }
}
