package nl.kring.crm.attendance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/**
 * That somebody took part from beginning to end, and what that is worth. It is written once: the name, the course, the
 * organiser, the dates and the points stay as they were on the day of issue. It can be revoked, never removed.
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
    private Long accountId;
    private Instant revokedAt;
    private String revokedReason;

    @ElementCollection
    @CollectionTable(name = "certificate_points", joinColumns = @JoinColumn(name = "certificate_id"))
    @OrderBy("schemeName")
    private List<CertificatePoints> points = new ArrayList<>();

    @Version
    private long version;

    protected Certificate() {}

    /** Everybody's certificate of one edition is alike, but for the participant and the points. */
    Certificate(EditionHeld edition, Participant participant, List<CertificatePoints> points, Long by, Instant now) {
        enrolmentId = participant.enrolmentId();
        personId = participant.personId();
        personName = participant.name();
        editionId = edition.id();
        organiserId = edition.organiserId();
        organiserName = edition.organiserName();
        courseTitle = edition.courseTitle();
        heldFrom = edition.heldFrom();
        heldTo = edition.heldTo();
        this.points.addAll(points);
        code = VerificationCode.random().text();
        accountId = by;
        issuedAt = now;
    }

    void revoke(String reason, Instant now) {
        revokedAt = now;
        revokedReason = reason;
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
