package nl.kring.crm.agenda.resource;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** That a teacher was asked, and what he or she said. The link itself is known to the teacher alone. */
@Entity
class TeacherInvitation extends BaseEntity {

    private Long resourceId;
    private Long editionId;
    private byte[] tokenHash;
    private Instant askedAt;
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private InvitationState answer;

    private String answeredFor;
    private String reason;
    private Instant answeredAt;
    private Instant replacedAt;

    @Version
    private long version;

    protected TeacherInvitation() {}

    TeacherInvitation(Long resourceId, Long editionId, byte[] tokenHash, Instant askedAt, Instant expiresAt) {
        this.resourceId = resourceId;
        this.editionId = editionId;
        this.tokenHash = tokenHash.clone();
        this.askedAt = askedAt;
        this.expiresAt = expiresAt;
    }

    /** Says yes or no to these times and places. */
    void answer(boolean coming, String these, String because, Instant now) {
        answer = coming ? InvitationState.COMING : InvitationState.NOT_COMING;
        answeredFor = these;
        reason = because;
        answeredAt = now;
    }

    /**
     * How far it is.
     *
     * @param these the times and places that are asked now; null when nothing is
     */
    InvitationState state(String these, Instant now) {
        if (replacedAt != null) {
            return InvitationState.WITHDRAWN;
        }
        if (answer == InvitationState.NOT_COMING) {
            return answer;
        }
        if (these == null) {
            return InvitationState.WITHDRAWN;
        }
        if (answer == InvitationState.COMING && these.equals(answeredFor)) {
            return answer;
        }
        return now.isBefore(expiresAt) ? InvitationState.ASKED : InvitationState.EXPIRED;
    }

    Long getResourceId() {
        return resourceId;
    }

    Long getEditionId() {
        return editionId;
    }

    Instant getAskedAt() {
        return askedAt;
    }

    Instant getExpiresAt() {
        return expiresAt;
    }

    Instant getAnsweredAt() {
        return answeredAt;
    }

    String getReason() {
        return reason;
    }
}
