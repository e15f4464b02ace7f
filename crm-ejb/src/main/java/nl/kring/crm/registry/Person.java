package nl.kring.crm.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/**
 * Somebody of the register: a cluster of source records and statements. What stands here is derived from them and kept
 * for speed; nobody writes it but the derivation. A person that was merged into another stays as a tombstone.
 */
@Entity
public class Person extends BaseEntity {

    private Long mergedIntoId;
    private String birthName;
    private String birthPrefix;
    private String partnerName;
    private String partnerPrefix;

    @Enumerated(EnumType.STRING)
    private NameUsage nameUsage;

    private String initials;
    private String givenName;
    private String titles;

    @Enumerated(EnumType.STRING)
    private Gender gender;

    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Profession profession;

    private String workplace;
    private String workplacePostcode;
    private String workplacePlace;
    private String municipality;
    private String big;
    private String agb;
    private String email;
    private boolean emailShared;
    private String phone;
    private String displayName = "";
    private String sortName = "";
    private String searchText = "";
    private Instant createdAt;
    private Instant confirmedAt;

    @Version
    private long version;

    protected Person() {}

    Person(Instant now) {
        createdAt = now;
    }

    public Long getMergedIntoId() {
        return mergedIntoId;
    }

    public long getVersion() {
        return version;
    }

    public String getBirthName() {
        return birthName;
    }

    public String getPartnerName() {
        return partnerName;
    }

    public Gender getGender() {
        return gender;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public Profession getProfession() {
        return profession;
    }

    public String getWorkplace() {
        return workplace;
    }

    public String getWorkplacePlace() {
        return workplacePlace;
    }

    public String getMunicipality() {
        return municipality;
    }

    public String getBig() {
        return big;
    }

    public String getAgb() {
        return agb;
    }

    public String getEmail() {
        return email;
    }

    /** True when the address is used by more people than this one. */
    public boolean isEmailShared() {
        return emailShared;
    }

    public String getTitles() {
        return titles;
    }

    /** When somebody last said that all of it is right; null when nobody did. */
    public Instant getConfirmedAt() {
        return confirmedAt;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    public String getPhone() {
        return phone;
    }

    public String getDisplayName() {
        return displayName;
    }
}
