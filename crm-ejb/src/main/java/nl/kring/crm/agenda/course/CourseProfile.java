package nl.kring.crm.agenda.course;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/**
 * What is said of a course besides its title, or what a course begins with that is made of a template. Its version is that of
 * all of it: speakers, sponsors and budget are read and written together with it.
 */
@Entity
class CourseProfile extends BaseEntity {

    private Long courseId;
    private String objectives;
    private String prerequisites;
    private String materials;

    @Enumerated(EnumType.STRING)
    private CourseLanguage language = CourseLanguage.DUTCH;

    @ElementCollection
    @CollectionTable(name = "course_theme", joinColumns = @JoinColumn(name = "profile_id"))
    @Column(name = "theme_id")
    private Set<Long> themes = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "course_role", joinColumns = @JoinColumn(name = "profile_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<AffiliationRole> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "course_for_organisation", joinColumns = @JoinColumn(name = "profile_id"))
    @Column(name = "organisation_id")
    private Set<Long> organisations = new HashSet<>();

    private Long ownerId;
    private Long deputyId;

    @Version
    private long version;

    protected CourseProfile() {}

    /** @param courseId of which course, or null for a template */
    CourseProfile(Long courseId) {
        this.courseId = courseId;
    }

    /** Says what one learns, with what, and in which language. */
    void describe(ProfileForm form) {
        objectives = form.objectives();
        prerequisites = form.prerequisites();
        materials = form.materials();
        language = form.language();
    }

    /** Chooses its themes. */
    void isAbout(Collection<Long> chosen) {
        replace(themes, chosen);
    }

    /** Says for whom it is meant, besides the professions of the course; none means all. */
    void isMeantFor(Collection<AffiliationRole> whom, Collection<Long> whose) {
        replace(roles, whom);
        replace(organisations, whose);
    }

    /** Names who looks after it, and who does when that one is away. */
    void isLookedAfterBy(Long owner, Long deputy) {
        ownerId = owner;
        deputyId = deputy;
    }

    /** The same for another course, or for a template. */
    CourseProfile again(Long otherCourseId) {
        CourseProfile again = new CourseProfile(otherCourseId);
        again.objectives = objectives;
        again.prerequisites = prerequisites;
        again.materials = materials;
        again.language = language;
        again.isAbout(themes);
        again.isMeantFor(roles, organisations);
        again.isLookedAfterBy(ownerId, deputyId);
        return again;
    }

    private static <T> void replace(Set<T> before, Collection<T> now) {
        before.retainAll(now);
        before.addAll(now);
    }

    String getObjectives() {
        return objectives;
    }

    String getPrerequisites() {
        return prerequisites;
    }

    String getMaterials() {
        return materials;
    }

    CourseLanguage getLanguage() {
        return language;
    }

    Set<Long> getThemes() {
        return Set.copyOf(themes);
    }

    Set<AffiliationRole> getRoles() {
        return Set.copyOf(roles);
    }

    Set<Long> getOrganisations() {
        return Set.copyOf(organisations);
    }

    Long getOwnerId() {
        return ownerId;
    }

    Long getDeputyId() {
        return deputyId;
    }

    long getVersion() {
        return version;
    }
}
