package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.agenda.course.ProfileForm;

/** Who speaks, as typed. */
public class SpeakerRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID uuid;
    private final UUID person;
    private final String known;
    private String name;
    private LocalDate contract;
    private BigDecimal honorarium;
    private BigDecimal travel;
    private LocalDate disclosed;
    private String interests;

    /** A new one: somebody of the register, or (null) a name still to be typed. */
    SpeakerRow(UUID person, String known) {
        this.uuid = null;
        this.person = person;
        this.known = known;
    }

    SpeakerRow(ProfileForm.Speaker row) {
        uuid = row.uuid();
        person = row.person();
        known = row.known();
        name = row.name();
        contract = row.contractSignedOn();
        honorarium = Cents.euros(row.honorariumCents());
        travel = Cents.euros(row.travelCents());
        disclosed = row.disclosedOn();
        interests = row.interests();
    }

    ProfileForm.Speaker said() {
        return new ProfileForm.Speaker(
                uuid, person, name, null, contract, Cents.of(honorarium), Cents.of(travel), disclosed, interests);
    }

    public UUID getPerson() {
        return person;
    }

    /** What the register calls who it is. */
    public String getKnown() {
        return known;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LocalDate getContract() {
        return contract;
    }

    public void setContract(LocalDate contract) {
        this.contract = contract;
    }

    public BigDecimal getHonorarium() {
        return honorarium;
    }

    public void setHonorarium(BigDecimal honorarium) {
        this.honorarium = honorarium;
    }

    public BigDecimal getTravel() {
        return travel;
    }

    public void setTravel(BigDecimal travel) {
        this.travel = travel;
    }

    public LocalDate getDisclosed() {
        return disclosed;
    }

    public void setDisclosed(LocalDate disclosed) {
        this.disclosed = disclosed;
    }

    public String getInterests() {
        return interests;
    }

    public void setInterests(String interests) {
        this.interests = interests;
    }
}
