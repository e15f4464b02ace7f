package nl.kring.crm.agenda.course;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The templates of each organisation: courses as it likes to begin with them. Its staff keep and use them; for others they do
 * not exist.
 */
@Stateless
public class CourseTemplates {

    private static final int LONGEST_NAME = 100;

    @Inject
    private TemplateTable table;

    @Inject
    private Courses courses;

    @Inject
    private Editions editions;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * Those of the caller's organisation by name. For staff.
     *
     * @param retired also those that were put away
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<TemplateLine> list(boolean retired) {
        return table.of(own(), retired).stream().map(CourseTemplate::line).toList();
    }

    /**
     * Keeps a course as a template under a name: all that is said of it, when it meets, its place and its price. Contracts,
     * disclosures, sponsors, what things really cost and who organises it too are not kept. For the staff of its organiser and
     * co-organisers, each for their own organisation.
     *
     * @param edition of the course
     * @throws NotFoundException there is no such course of theirs
     * @throws InvalidInputException there is no name, it cannot be, or there is a template of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID keep(UUID edition, String name) {
        EditionDetail detail = editions.edition(edition);
        Long course = courses.managed(detail.courseUuid()).id();
        String checked = TypedText.line(name, LONGEST_NAME);
        if (checked == null) {
            throw new InvalidInputException("template-name-missing");
        }
        mustBeFree(checked, null);
        CourseTemplate template = table.keep(own(), checked, detail, course);
        audit.record("template.kept", template.getUuid(), "edition " + edition);
        return template.getUuid();
    }

    /**
     * Plans a course of a template with one edition, as a draft of the caller's organisation. For staff.
     *
     * @param firstDay on which it meets first
     * @return the edition
     * @throws NotFoundException the caller's organisation has none such
     * @throws InvalidInputException no day is given, a time is one that the clock skips, or the template was put away
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID use(UUID uuid, LocalDate firstDay) {
        if (firstDay == null) {
            throw new InvalidInputException("copy-first-day");
        }
        CourseTemplate template = table.get(uuid, own());
        if (template.line().retired()) {
            throw new InvalidInputException("template-put-away");
        }
        UUID edition = courses.plan(template.on(firstDay));
        table.tellOf(template, edition);
        audit.record("template.used", uuid, "edition " + edition);
        return edition;
    }

    /**
     * Puts one away: it is used no more. Courses that were made of it stay as they are. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void retire(UUID uuid) {
        table.retire(table.get(uuid, own()));
        audit.record("template.retired", uuid, null);
    }

    /**
     * Takes one out again. For staff.
     *
     * @throws NotFoundException the caller's organisation has none such
     * @throws InvalidInputException meanwhile there is another one of its name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void bringBack(UUID uuid) {
        CourseTemplate template = table.get(uuid, own());
        mustBeFree(template.getName(), template);
        template.bringBack();
        audit.record("template.brought-back", uuid, null);
    }

    private void mustBeFree(String name, CourseTemplate itself) {
        if (table.isTaken(own(), name, itself)) {
            throw new InvalidInputException("template-name-taken", name);
        }
    }

    private Long own() {
        return currentUser.requireOrganisation();
    }
}
