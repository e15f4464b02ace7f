package nl.kring.crm.workbench;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/** One own column of one organisation. Its kind stays what it is; put away, it keeps its values. */
@Entity
class OwnField extends BaseEntity {

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    private OwnSubject subject;

    private String name;

    @Enumerated(EnumType.STRING)
    private OwnFieldKind kind;

    private String[] choices = {};
    private int position;
    private Instant archivedAt;
    private Instant createdAt;

    @Version
    private long version;

    protected OwnField() {}

    OwnField(Long organisationId, OwnSubject subject, String name, OwnFieldKind kind, int position, Instant now) {
        this.organisationId = organisationId;
        this.subject = subject;
        this.name = name;
        this.kind = kind;
        this.position = position;
        this.createdAt = now;
    }

    void rename(String newName) {
        name = newName;
    }

    void offer(List<String> newChoices) {
        choices = newChoices.toArray(String[]::new);
    }

    void standAt(int newPosition) {
        position = newPosition;
    }

    void archive(Instant now) {
        archivedAt = now;
    }

    void restore() {
        archivedAt = null;
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    OwnSubject getSubject() {
        return subject;
    }

    String getName() {
        return name;
    }

    OwnFieldKind getKind() {
        return kind;
    }

    List<String> getChoices() {
        return List.of(choices);
    }

    OwnFieldLine line() {
        return new OwnFieldLine(getId(), getUuid(), subject, name, kind, getChoices(), isArchived());
    }
}
