package nl.kring.crm.registry.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Period;

/** An organisation of the region. A participant shares this register and agenda and has staff who sign in for it. */
@Entity
public class Organisation extends BaseEntity {

    private Long mergedIntoId;
    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private boolean participant;
    private String accent;
    private String email;
    private String phone;
    private String website;
    private String street;
    private String houseNumber;
    private String houseSuffix;
    private String postcode;
    private String place;
    private String municipality;
    private String agb;
    private String kvk;
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

    /** Says from when until when it is there; a day that is null is not known. */
    void existFor(Period period) {
        validFrom = period.validFrom();
        validTo = period.validTo();
    }

    /** Gives it the colour that its part of the agenda is shown in; null for none of its own. */
    void useAccent(Accent colour) {
        accent = colour == null ? null : colour.code();
    }

    Long getMergedIntoId() {
        return mergedIntoId;
    }

    Period getPeriod() {
        return new Period(validFrom, validTo);
    }

    /** Street, number, postcode and place on one line; empty when nothing is known. */
    public String getAddress() {
        return Stream.of(words(street, houseNumber, houseSuffix), words(postcode, place))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(String... parts) {
        return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" "));
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

    /** The colour that its part of the agenda is shown in, like #0b6b63; null for none of its own. */
    public String getAccent() {
        return accent;
    }

    public String getEmail() {
        return email;
    }

    public String getPhone() {
        return phone;
    }

    public String getWebsite() {
        return website;
    }

    public String getPostcode() {
        return postcode;
    }

    public String getPlace() {
        return place;
    }

    public String getMunicipality() {
        return municipality;
    }

    public String getAgb() {
        return agb;
    }

    public String getKvk() {
        return kvk;
    }

    /** To hand in with a correction. */
    public long getVersion() {
        return version;
    }
}
