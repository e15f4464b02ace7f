package nl.kring.crm.agenda.course;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** Who speaks on a course: what was agreed, and which interests were disclosed. */
@Entity
class CourseSpeaker extends BaseEntity implements ProfileRow<ProfileForm.Speaker> {

    private Long profileId;
    private int position;
    private Long personId;
    private String name;
    private LocalDate contractSignedOn;
    private Integer honorariumCents;
    private Integer travelCents;
    private LocalDate disclosedOn;
    private String interests;
    private Instant createdAt;

    @Version
    private long version;

    protected CourseSpeaker() {}

    CourseSpeaker(Long profileId, Instant now) {
        this.profileId = profileId;
        this.createdAt = now;
    }

    @Override
    public void become(int newPosition, ProfileForm.Speaker form) {
        position = newPosition;
        name = form.name();
        contractSignedOn = form.contractSignedOn();
        honorariumCents = form.honorariumCents();
        travelCents = form.travelCents();
        disclosedOn = form.disclosedOn();
        interests = form.interests();
    }

    /** Says who of the register it is, or nobody. */
    void isPerson(Long person) {
        personId = person;
    }

    /** The same for another course; a contract and a disclosure are of one time, and are made anew. */
    CourseSpeaker again(Long otherProfileId, Instant now) {
        CourseSpeaker again = new CourseSpeaker(otherProfileId, now);
        again.position = position;
        again.personId = personId;
        again.name = name;
        again.honorariumCents = honorariumCents;
        again.travelCents = travelCents;
        return again;
    }
}
