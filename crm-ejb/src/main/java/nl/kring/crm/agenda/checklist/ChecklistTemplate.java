package nl.kring.crm.agenda.checklist;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** What is always done for an edition: of an organisation, or of one of its courses. */
@Entity
class ChecklistTemplate extends BaseEntity {

    private Long organisationId;
    private Long courseId;
    private Instant createdAt;

    @Version
    private long version;

    protected ChecklistTemplate() {}

    ChecklistTemplate(Long organisationId, Long courseId, Instant now) {
        this.organisationId = organisationId;
        this.courseId = courseId;
        this.createdAt = now;
    }
}
