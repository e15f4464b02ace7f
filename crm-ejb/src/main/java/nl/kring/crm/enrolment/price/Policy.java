package nl.kring.crm.enrolment.price;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** A cancellation policy of an organisation by its name; what it says stands in its versions. */
@Entity
@Table(name = "cancellation_policy")
public class Policy extends BaseEntity {

    private Long organisationId;
    private String name;
    private boolean usual;
    private Instant retiredAt;
    private Instant createdAt;

    @Version
    private long version;

    protected Policy() {}

    Policy(Long organisationId, String name, Instant now) {
        this.organisationId = organisationId;
        this.name = name;
        this.createdAt = now;
    }

    void call(String newName) {
        name = newName;
    }

    /** Holds where an edition chooses none. */
    void becomeUsual(boolean isUsual) {
        usual = isUsual;
    }

    /** Can be chosen no more; where it was chosen it stays. */
    void retire(Instant now) {
        retiredAt = now;
        usual = false;
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    boolean isUsual() {
        return usual;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    String getName() {
        return name;
    }

    Instant getCreatedAt() {
        return createdAt;
    }

    long getVersion() {
        return version;
    }
}
