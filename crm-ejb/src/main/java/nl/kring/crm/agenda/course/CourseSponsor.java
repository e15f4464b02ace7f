package nl.kring.crm.agenda.course;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** Who pays a part of a course, and whether it is stated that this buys no say in its contents. */
@Entity
class CourseSponsor extends BaseEntity implements ProfileRow<ProfileForm.Sponsor> {

    private Long profileId;
    private int position;
    private String name;
    private Integer amountCents;
    private LocalDate contractSignedOn;
    private boolean independent;
    private LocalDate independentOn;

    @Version
    private long version;

    protected CourseSponsor() {}

    CourseSponsor(Long profileId) {
        this.profileId = profileId;
    }

    @Override
    public void become(int newPosition, ProfileForm.Sponsor form) {
        position = newPosition;
        name = form.name();
        amountCents = form.amountCents();
        contractSignedOn = form.contractSignedOn();
        independent = form.independent();
        independentOn = form.independentOn();
    }

    ProfileForm.Sponsor form() {
        return new ProfileForm.Sponsor(getUuid(), name, amountCents, contractSignedOn, independent, independentOn);
    }
}
