package nl.kring.crm.agenda.course;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.Profession;

/** A course as an organisation likes to begin with it. What becomes of the course that it was made of changes nothing here. */
@Entity
class CourseTemplate extends BaseEntity {

    private Long organisationId;
    private Long profileId;
    private String name;
    private String title;
    private String summary;

    @Enumerated(EnumType.STRING)
    private CourseKind kind;

    @ElementCollection
    @CollectionTable(name = "course_template_audience", joinColumns = @JoinColumn(name = "template_id"))
    @Column(name = "profession")
    @Enumerated(EnumType.STRING)
    private Set<Profession> audience = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "course_template_session", joinColumns = @JoinColumn(name = "template_id"))
    @OrderColumn(name = "position")
    private List<TemplateSession> sessions = new ArrayList<>();

    private String location;
    private String place;
    private String online;
    private int capacity;
    private Integer fewest;
    private int priceCents;
    private boolean waitingList;
    private Instant retiredAt;
    private Instant createdAt;

    @Version
    private long version;

    protected CourseTemplate() {}

    CourseTemplate(Long organisationId, Long profileId, String name, EditionDetail edition, Instant now) {
        this.organisationId = organisationId;
        this.profileId = profileId;
        this.name = name;
        this.createdAt = now;
        title = edition.line().title();
        summary = edition.summary();
        kind = edition.line().kind();
        audience.addAll(edition.audience());
        LocalDate firstDay = AmsterdamTime.toLocal(edition.line().startsAt()).toLocalDate();
        edition.sessions().forEach(meeting -> sessions.add(TemplateSession.of(meeting, firstDay)));
        location = edition.line().location();
        place = edition.line().place();
        online = edition.online();
        capacity = edition.line().capacity();
        fewest = edition.fewest();
        priceCents = edition.line().priceCents();
        waitingList = edition.line().waitingList();
    }

    /** A course like this one that begins on that day. */
    PlannedCourse on(LocalDate firstDay) {
        return new PlannedCourse(
                null,
                title,
                summary,
                kind,
                Set.copyOf(audience),
                sessions.stream().map(meeting -> meeting.on(firstDay)).toList(),
                location,
                place,
                online,
                capacity,
                fewest,
                priceCents,
                waitingList,
                null);
    }

    /** From now on no course is made of it. */
    void retire(Instant now) {
        retiredAt = now;
    }

    /** Courses are made of it again. */
    void bringBack() {
        retiredAt = null;
    }

    TemplateLine line() {
        return new TemplateLine(getUuid(), name, title, kind, sessions.size(), createdAt, retiredAt != null);
    }

    Long getProfileId() {
        return profileId;
    }

    String getName() {
        return name;
    }
}
