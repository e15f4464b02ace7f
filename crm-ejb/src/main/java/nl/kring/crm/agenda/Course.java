package nl.kring.crm.agenda;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Profession;

/** What is taught, by whom it is organised and for whom it is meant; it is held in editions. */
@Entity
public class Course extends BaseEntity {

    private Long organiserId;
    private String title;
    private String summary;

    @Enumerated(EnumType.STRING)
    private CourseKind kind;

    @ElementCollection
    @CollectionTable(name = "course_audience", joinColumns = @JoinColumn(name = "course_id"))
    @Column(name = "profession")
    @Enumerated(EnumType.STRING)
    private Set<Profession> audience = new HashSet<>();

    private Instant createdAt;

    @Version
    private long version;

    protected Course() {}

    Course(Long organiserId, String title, String summary, CourseKind kind, Set<Profession> audience, Instant now) {
        this.organiserId = organiserId;
        this.createdAt = now;
        describe(title, summary, kind, audience);
    }

    /** Gives the course its title, summary, form and audience; an empty audience means everybody. */
    final void describe(String newTitle, String newSummary, CourseKind newKind, Set<Profession> newAudience) {
        title = newTitle;
        summary = newSummary;
        kind = newKind;
        audience.clear();
        audience.addAll(newAudience);
    }

    public Long getOrganiserId() {
        return organiserId;
    }

    public String getTitle() {
        return title;
    }

    public String getSummary() {
        return summary;
    }

    public CourseKind getKind() {
        return kind;
    }

    /** For whom it is meant; empty means for everybody. */
    public Set<Profession> getAudience() {
        return audience.isEmpty() ? EnumSet.noneOf(Profession.class) : EnumSet.copyOf(audience);
    }

    public long getVersion() {
        return version;
    }
}
