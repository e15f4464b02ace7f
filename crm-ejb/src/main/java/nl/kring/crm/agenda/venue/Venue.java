package nl.kring.crm.agenda.venue;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** A place of somebody else where an organisation holds courses. */
@Entity
class Venue extends BaseEntity {

    private Long organisationId;
    private String name;
    private String address;
    private String place;
    private String contact;
    private String email;
    private String phone;
    private Integer capacity;
    private String notes;
    private Instant retiredAt;
    private Instant createdAt;

    @Version
    private long version;

    protected Venue() {}

    Venue(Long organisationId, VenueForm form, Instant now) {
        this.organisationId = organisationId;
        this.createdAt = now;
        describe(form);
    }

    /** Sets all that its organisation knows of it. */
    final void describe(VenueForm form) {
        name = form.name();
        address = form.address();
        place = form.place();
        contact = form.contact();
        email = form.email();
        phone = form.phone();
        capacity = form.capacity();
        notes = form.notes();
    }

    /** It is not asked any more; what was agreed stays. */
    void retire(Instant now) {
        retiredAt = now;
    }

    void bringBack() {
        retiredAt = null;
    }

    VenueDetail detail() {
        return new VenueDetail(
                getUuid(),
                new VenueForm(name, address, place, contact, email, phone, capacity, notes),
                retiredAt != null,
                version);
    }

    String getName() {
        return name;
    }

    long getVersion() {
        return version;
    }
}
