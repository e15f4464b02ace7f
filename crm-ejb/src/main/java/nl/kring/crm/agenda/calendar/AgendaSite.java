package nl.kring.crm.agenda.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/** The websites on which an organisation shows its agenda in a frame. */
@Entity
public class AgendaSite extends BaseEntity {

    private Long organisationId;
    private String origins;

    @Version
    private long version;

    protected AgendaSite() {}

    AgendaSite(Long organisationId) {
        this.organisationId = organisationId;
    }

    /** From now on it is shown on these and no others. */
    void showOn(List<Origin> sites) {
        origins = String.join("\n", sites.stream().map(Origin::text).toList());
    }

    List<String> getOrigins() {
        return origins.isEmpty() ? List.of() : List.of(origins.split("\n"));
    }
}
