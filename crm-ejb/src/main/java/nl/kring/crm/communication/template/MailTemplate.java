package nl.kring.crm.communication.template;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.platform.BaseEntity;

/** A version of an organisation's own text for one kind of mail; without words it means the shipped text. */
@Entity
class MailTemplate extends BaseEntity {

    private Long organisationId;
    private String kind;
    private String language;
    private String subject;
    private String body;
    private Long accountId;
    private Instant writtenAt;
    private Instant replacedAt;

    @Version
    private long version;

    protected MailTemplate() {}

    MailTemplate(Long organisationId, String kind, String language, MailText words, Long accountId, Instant now) {
        this.organisationId = organisationId;
        this.kind = kind;
        this.language = language;
        this.subject = words == null ? null : words.subject();
        this.body = words == null ? null : words.body();
        this.accountId = accountId;
        this.writtenAt = now;
    }

    void replace(Instant now) {
        replacedAt = now;
    }

    /** The own words, or null for the shipped ones. */
    MailText words() {
        return subject == null ? null : new MailText(subject, body);
    }

    String getKind() {
        return kind;
    }

    String getLanguage() {
        return language;
    }

    Instant getWrittenAt() {
        return writtenAt;
    }
}
