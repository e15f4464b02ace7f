package nl.kring.crm.agenda.course;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** What courses of the region are about; chosen, never typed. */
@Entity
class Theme extends BaseEntity {

    private String name;
    private String nameEn;
    private Instant retiredAt;
    private Instant createdAt;

    @Version
    private long version;

    protected Theme() {}

    Theme(String name, String nameEn, Instant now) {
        this.createdAt = now;
        call(name, nameEn);
    }

    /** Gives it its names. */
    final void call(String newName, String newNameEn) {
        name = newName;
        nameEn = newNameEn;
    }

    /** From now on it can be chosen no more; courses that have it keep it. */
    void retire(Instant now) {
        retiredAt = now;
    }

    /** It can be chosen again. */
    void bringBack() {
        retiredAt = null;
    }

    ThemeLine line() {
        return new ThemeLine(getUuid(), name, nameEn, retiredAt != null);
    }

    String getName() {
        return name;
    }

    boolean isRetired() {
        return retiredAt != null;
    }
}
