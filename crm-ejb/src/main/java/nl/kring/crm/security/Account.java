package nl.kring.crm.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import nl.kring.crm.platform.BaseEntity;

/** Somebody who can sign in. May be a professional of the register, may have roles at several organisations. */
@Entity
public class Account extends BaseEntity {

    private String email;
    private String displayName;
    private String passwordHash;
    private String language = "nl";

    @Column(updatable = false)
    private Long personId;

    private boolean active = true;
    private Instant createdAt;

    @Version
    private long version;

    protected Account() {}

    Account(String email, String displayName, String passwordHash, Long personId, Instant now) {
        this.email = fold(email);
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.personId = personId;
        this.createdAt = now;
    }

    static String fold(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    void useLanguage(String chosen) {
        language = chosen;
    }

    void letIn(boolean wanted) {
        active = wanted;
    }

    String getPasswordHash() {
        return passwordHash;
    }

    public String getEmail() {
        return email;
    }

    public String getDisplayName() {
        return displayName;
    }

    public String getLanguage() {
        return language;
    }

    public Long getPersonId() {
        return personId;
    }

    public boolean isActive() {
        return active;
    }
}
