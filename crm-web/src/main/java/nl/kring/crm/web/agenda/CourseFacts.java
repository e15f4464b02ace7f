package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.kring.crm.agenda.course.CourseProfiles;
import nl.kring.crm.agenda.course.PublicProfile;

/** What everybody may see of the course of an edition. */
@Named
@RequestScoped
public class CourseFacts {

    @Inject
    private CourseProfiles profiles;

    private String id;
    private PublicProfile profile;

    public void load() {
        profile = profiles.shown(EditionId.of(id));
    }

    public PublicProfile getProfile() {
        return profile;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
