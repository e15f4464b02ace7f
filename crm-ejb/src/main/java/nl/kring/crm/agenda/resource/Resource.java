package nl.kring.crm.agenda.resource;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/** Something of an organisation that one session at a time can have. */
@Entity
public class Resource extends BaseEntity {

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    private ResourceKind kind;

    private String name;
    private String place;
    private String address;
    private String email;
    private Integer capacity;
    private int minutesBefore;
    private int minutesAfter;
    private boolean shared;
    private Instant retiredAt;
    private Instant createdAt;

    @Version
    private long version;

    protected Resource() {}

    Resource(Long organisationId, Instant now) {
        this.organisationId = organisationId;
        this.createdAt = now;
    }

    /** Sets all that its organisation says of it. */
    void describe(ResourceForm form) {
        kind = form.kind();
        name = form.name();
        place = form.place();
        address = form.address();
        email = form.email();
        capacity = form.capacity();
        minutesBefore = form.minutesBefore();
        minutesAfter = form.minutesAfter();
        shared = form.shared();
    }

    ResourceForm form(List<ResourceForm.Hours> hours) {
        return new ResourceForm(
                kind, name, place, address, email, capacity, minutesBefore, minutesAfter, shared, hours);
    }

    /** From now on it can be booked no more; what is booked stays. */
    void retire(Instant now) {
        retiredAt = now;
    }

    /** It can be booked again. */
    void bringBack() {
        retiredAt = null;
    }

    /** Whether it is somebody with an address, who can be asked to come. */
    boolean canBeAsked() {
        return kind == ResourceKind.TEACHER && email != null;
    }

    String getName() {
        return name;
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    long getVersion() {
        return version;
    }
}
