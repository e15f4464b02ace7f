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
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
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

    @ElementCollection
    @CollectionTable(name = "course_co_organiser", joinColumns = @JoinColumn(name = "course_id"))
    @Column(name = "organisation_id")
    private Set<Long> coOrganisers = new HashSet<>();

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

    boolean isDescribedAs(String aTitle, String aSummary, CourseKind aKind, Set<Profession> professions) {
        return Objects.equals(title, aTitle)
                && Objects.equals(summary, aSummary)
                && kind == aKind
                && audience.equals(professions);
    }

    /** A new course of the same description, by the same organisers. */
    Course again(Instant now) {
        Course again = new Course(organiserId, title, summary, kind, audience, now);
        again.organiseWith(coOrganisers);
        return again;
    }

    /** Names the organisations whose staff may change it as well; the organiser itself is none of them. */
    void organiseWith(Collection<Long> organisations) {
        coOrganisers.retainAll(organisations);
        coOrganisers.addAll(organisations);
        coOrganisers.remove(organiserId);
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

    /** The numbers of the organisations that organise it too. */
    public Set<Long> getCoOrganisers() {
        return Set.copyOf(coOrganisers);
    }

    public long getVersion() {
        return version;
    }
}
