package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.CourseGlance;
import nl.kring.crm.enrolment.Enrolments;

/** How often somebody comes to courses, for his or her card; read once a request. */
@Named
@RequestScoped
public class PersonCourses {

    @Inject
    private Enrolments enrolments;

    private final Map<UUID, CourseGlance> read = new HashMap<>();

    public CourseGlance of(UUID person) {
        return read.computeIfAbsent(person, enrolments::glance);
    }
}
