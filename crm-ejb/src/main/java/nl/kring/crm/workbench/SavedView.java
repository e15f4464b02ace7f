package nl.kring.crm.workbench;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** A list as somebody likes to see it: the page and what stands behind the question mark of its address. */
@Entity
class SavedView extends BaseEntity {

    private Long accountId;
    private Long organisationId;
    private String page;
    private String name;
    private String query;
    private boolean shared;
    private boolean preferred;
    private Instant createdAt;

    @Version
    private long version;

    protected SavedView() {}

    SavedView(Long accountId, Long organisationId, String page, String name, String query, Instant now) {
        this.accountId = accountId;
        this.organisationId = organisationId;
        this.page = page;
        this.name = name;
        this.query = query;
        this.createdAt = now;
    }

    String getPage() {
        return page;
    }

    void rename(String newName) {
        name = newName;
    }

    void share(boolean withTheOrganisation) {
        shared = withTheOrganisation;
    }

    /** Opens when its owner opens the page without a question. */
    void prefer(boolean asDefault) {
        preferred = asDefault;
    }

    SavedViewLine line(Long reader) {
        boolean own = accountId.equals(reader);
        return new SavedViewLine(getUuid(), name, page, query, shared, own && preferred, own);
    }
}
