package nl.kring.crm.registry.provenance;

import jakarta.persistence.Entity;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;
import org.hibernate.annotations.Immutable;

/**
 * One row of one organisation's register, kept raw for good. Written in sets by the import and moved by a merge, never
 * through this object; its typed columns are read from the view {@code said}.
 */
@Entity
@Immutable
public class SourceRecord extends BaseEntity {

    private Long registerId;
    private String registerCode;
    private Long organisationId;
    private String sourceKey;
    private Long personId;
    private String linkedHow;
    private int rowNumber;
    private Instant deliveredAt;

    protected SourceRecord() {}

    public Long getOrganisationId() {
        return organisationId;
    }

    public String getSourceKey() {
        return sourceKey;
    }

    public Long getPersonId() {
        return personId;
    }
}
