package nl.kring.crm.attendance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.attendance.letterhead.Letterhead;
import nl.kring.crm.platform.BaseEntity;

/**
 * That somebody took part, and what that is worth. It is written once: the name, the course, the organiser, the dates and the
 * points stay as they were on the day of issue. It can be revoked or be replaced by another that puts it right, never removed.
 */
@Entity
public class Certificate extends BaseEntity {

    private Long enrolmentId;
    private Long editionId;
    private Long organiserId;

    @Column(updatable = false)
    private Long personId;

    private String code;
    private Instant issuedAt;
    private String personName;
    private String courseTitle;
    private String organiserName;
    private Instant heldFrom;
    private Instant heldTo;
    private String initials;
    private String heldAt;
    private boolean partial;
    private String signatoryName;
    private String signatoryFunction;
    private Long accountId;
    private Instant revokedAt;
    private String revokedReason;
    private Instant replacedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "replaced_by_id")
    private Certificate replacedBy;

    @ElementCollection
    @CollectionTable(name = "certificate_points", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderBy("schemeName, category")
    private List<CertificatePoints> points = new ArrayList<>();

    @Version
    private long version;

    protected Certificate() {}

    /** Everybody's certificate of one edition is alike, but for the participant and what it is worth. */
    Certificate(EditionHeld edition, Participant participant, CertificateWorth worth, Long by, Instant now) {
        enrolmentId = participant.enrolmentId();
        personId = participant.personId();
        personName = participant.name();
        editionId = edition.id();
        organiserId = edition.organiserId();
        organiserName = edition.organiserName();
        courseTitle = edition.courseTitle();
        heldFrom = edition.heldFrom();
        heldTo = edition.heldTo();
        initials = worth.initials();
        heldAt = worth.heldAt();
        partial = worth.partial();
        signatoryName = worth.signatoryName();
        signatoryFunction = worth.signatoryFunction();
        points.addAll(worth.points());
        code = VerificationCode.random().text();
        accountId = by;
        issuedAt = now;
    }

    /** What an organisation looks at to see how its certificates look; it is kept nowhere, and its code is nobody's. */
    static Certificate example(Long organisation, String organiserName, Letterhead letterhead, Instant now) {
        Certificate example = new Certificate();
        example.organiserId = organisation;
        example.organiserName = organiserName;
        example.personName = "Voorbeeld van Voornaam";
        example.initials = "V.";
        example.courseTitle = "Voorbeeld van een nascholing";
        example.heldFrom = now.minus(Duration.ofHours(3));
        example.heldTo = now;
        example.heldAt = "Plaats";
        example.issuedAt = now;
        example.code = "0000-0000-0000-0000";
        example.signatoryName = letterhead == null ? null : letterhead.getSignatoryName();
        example.signatoryFunction = letterhead == null ? null : letterhead.getSignatoryFunction();
        example.points.add(new CertificatePoints(
                "VOORBEELD", "Kwaliteitsregister", SchemeUnit.POINT, null, BigDecimal.ONE, "123456"));
        return example;
    }

    void revoke(String reason, Instant now) {
        revokedAt = now;
        revokedReason = reason;
    }

    /** No longer the one that stands; the one that takes its place is named once it is there. */
    void giveWay(Instant now) {
        replacedAt = now;
    }

    void isReplacedBy(Certificate other) {
        replacedBy = other;
    }

    /** In what another differs from this, as somebody who lays one beside the other would say. */
    Set<Difference> differences(Certificate other) {
        Set<Difference> differences = EnumSet.noneOf(Difference.class);
        if (!personName.equals(other.personName) || initials != null && !Objects.equals(initials, other.initials)) {
            differences.add(Difference.NAME);
        }
        if (!courseTitle.equals(other.courseTitle)
                || !heldFrom.equals(other.heldFrom)
                || !heldTo.equals(other.heldTo)
                || heldAt != null && !Objects.equals(heldAt, other.heldAt)) {
            differences.add(Difference.COURSE);
        }
        if (partial != other.partial) {
            differences.add(Difference.ATTENDANCE);
        }
        if (!worth(this).equals(worth(other))) {
            differences.add(Difference.POINTS);
        }
        return differences;
    }

    /** Points by register and category, however they are written. */
    private static Map<List<String>, BigDecimal> worth(Certificate certificate) {
        return certificate.points.stream()
                .collect(Collectors.toMap(
                        one -> Arrays.asList(one.schemeCode(), one.category()),
                        one -> one.points().stripTrailingZeros()));
    }

    Long getEnrolmentId() {
        return enrolmentId;
    }

    Long getOrganiserId() {
        return organiserId;
    }

    Long getPersonId() {
        return personId;
    }

    public String getCode() {
        return code;
    }

    public Instant getIssuedAt() {
        return issuedAt;
    }

    public String getPersonName() {
        return personName;
    }

    public String getCourseTitle() {
        return courseTitle;
    }

    public String getOrganiserName() {
        return organiserName;
    }

    /** When the first session started. */
    public Instant getHeldFrom() {
        return heldFrom;
    }

    /** When the last session ended. */
    public Instant getHeldTo() {
        return heldTo;
    }

    /** Initials of who took part; null when they were not known. */
    public String getInitials() {
        return initials;
    }

    /** Where it was held, or online; null on certificates that do not say so. */
    public String getHeldAt() {
        return heldAt;
    }

    /** Whether he or she took part in some of it. */
    public boolean isPartial() {
        return partial;
    }

    public String getSignatoryName() {
        return signatoryName;
    }

    public String getSignatoryFunction() {
        return signatoryFunction;
    }

    public boolean isReplaced() {
        return replacedAt != null;
    }

    public Instant getReplacedAt() {
        return replacedAt;
    }

    /** The code of the certificate that took its place; null when none did. */
    public String getReplacedByCode() {
        return replacedBy == null ? null : replacedBy.getCode();
    }

    public List<CertificatePoints> getPoints() {
        return List.copyOf(points);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public Instant getRevokedAt() {
        return revokedAt;
    }

    /** For the organiser and the holder; a stranger who verifies the code does not see it. */
    public String getRevokedReason() {
        return revokedReason;
    }
}
