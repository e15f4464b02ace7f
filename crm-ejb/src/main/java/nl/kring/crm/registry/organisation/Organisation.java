package nl.kring.crm.registry.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** An organisation of the region. A participant shares this register and agenda and has staff who sign in for it. */
@Entity
public class Organisation extends BaseEntity {

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private boolean participant;
    private String accent;
    private String email;
    private LocalDate validFrom;
    private LocalDate validTo;
    private Instant createdAt;

    @Version
    private long version;

    protected Organisation() {}

    Organisation(String code, String name, OrganisationKind kind, boolean participant, String email, Instant now) {
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.participant = participant;
        this.email = email;
        this.createdAt = now;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public OrganisationKind getKind() {
        return kind;
    }

    public boolean isParticipant() {
        return participant;
    }

    public String getEmail() {
        return email;
    }
}
