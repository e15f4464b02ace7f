package nl.kring.crm.agenda.checklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/**
 * What an organisation always does for an edition. It begins with the template that comes with the product; from when the
 * organisation adopts that it is its own to change, and a course may have one of its own beside it. Checklists that were made
 * stay as they are. A course is named by one of its editions; who may say something of it is the agenda's rule.
 */
@Stateless
public class ChecklistTemplates {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Editions editions;

    @Inject
    private AuditTrail audit;

    /** Of whom a template is: of an organisation, and of one of its courses or (null) of all. */
    private record Whose(Long organisation, Long course, UUID uuid, String title) {}

    /**
     * What holds for the course of an edition, or for all courses. For staff of its organiser.
     *
     * @param edition null for the caller's organisation
     * @throws NotFoundException there is no such edition of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public TemplateDetail of(UUID edition) {
        Whose whose = whose(edition);
        TemplateTable table = new TemplateTable(em);
        ChecklistTemplate own = whose.course == null ? null : table.find(whose.organisation, whose.course);
        if (own != null) {
            return new TemplateDetail(TemplateSource.COURSE, whose.title, table.lines(own));
        }
        ChecklistTemplate general = table.find(whose.organisation, null);
        return general == null
                ? new TemplateDetail(TemplateSource.SHIPPED, whose.title, shipped())
                : new TemplateDetail(TemplateSource.ORGANISATION, whose.title, table.lines(general));
    }

    /**
     * Makes what holds now a template of one's own, to be changed. For the callers of {@link #of}.
     *
     * @throws NotFoundException there is no such edition of theirs
     * @throws InvalidInputException there is one already
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void adopt(UUID edition) {
        Whose whose = whose(edition);
        TemplateTable table = new TemplateTable(em);
        if (table.find(whose.organisation, whose.course) != null) {
            throw new InvalidInputException("checklist-template-there");
        }
        table.adopt(
                whose.organisation,
                whose.course,
                table.holding(whose.organisation, whose.course),
                ShippedTemplate.steps(language()),
                clock.instant());
        em.flush();
        audit.record("checklist-template.adopted", whose.uuid, null);
    }

    /**
     * Throws an own template away: what held before it holds again. For the callers of {@link #of}.
     *
     * @throws NotFoundException there is no such edition of theirs, or no such template
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void discard(UUID edition) {
        Whose whose = whose(edition);
        new TemplateTable(em).discard(own(whose));
        audit.record("checklist-template.discarded", whose.uuid, null);
    }

    /**
     * Adds a step at the end. For the callers of {@link #of}.
     *
     * @throws NotFoundException there is no such edition of theirs, no own template, or a person is no colleague
     * @throws InvalidInputException a value cannot be, or there are as many steps as there may be
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID add(UUID edition, StepForm form) {
        StepForm checked = StepRules.checked(form);
        Whose whose = whose(edition);
        ChecklistTemplate template = own(whose);
        List<TemplateStep> steps = new TemplateTable(em).steps(template);
        StepRules.mustFit(steps.size());
        TemplateStep step = new TemplateStep(
                template, steps.isEmpty() ? 1 : steps.get(steps.size() - 1).getPosition() + 1);
        step.describe(checked, accountOf(checked.owner()), accountOf(checked.deputy()));
        em.persist(step);
        audit.record("checklist-template.changed", whose.uuid, "step " + step.getUuid());
        return step.getUuid();
    }

    /**
     * Changes a step. For the callers of {@link #of}.
     *
     * @param version what the caller read
     * @throws NotFoundException there is no such edition of theirs, no such step, or a person is no colleague
     * @throws EditConflictException a colleague changed it since that version
     * @throws InvalidInputException a value cannot be
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void change(UUID edition, UUID uuid, long version, StepForm form) {
        StepForm checked = StepRules.checked(form);
        Whose whose = whose(edition);
        TemplateStep step = new TemplateTable(em).step(own(whose), uuid);
        if (step.getVersion() != version) {
            throw new EditConflictException();
        }
        step.describe(checked, accountOf(checked.owner()), accountOf(checked.deputy()));
        em.flush();
        audit.record("checklist-template.changed", whose.uuid, "step " + uuid);
    }

    /**
     * Puts a step before the one before it, or after the one after it. For the callers of {@link #of}.
     *
     * @throws NotFoundException there is no such edition of theirs, or no such step
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void move(UUID edition, UUID uuid, boolean up) {
        Whose whose = whose(edition);
        new TemplateTable(em).move(own(whose), uuid, up);
        em.flush();
        audit.record("checklist-template.changed", whose.uuid, "step " + uuid);
    }

    /** Takes a step away. For the callers, and with the refusals, of {@link #move}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void remove(UUID edition, UUID uuid) {
        Whose whose = whose(edition);
        em.remove(new TemplateTable(em).step(own(whose), uuid));
        audit.record("checklist-template.changed", whose.uuid, "without step " + uuid);
    }

    private Whose whose(UUID edition) {
        if (edition == null) {
            return new Whose(currentUser.requireOrganisation(), null, null, null);
        }
        EditionDetail detail = editions.edition(edition);
        if (!detail.own()) {
            throw new NotFoundException();
        }
        Long course = em.createQuery("select c.id from Course c where c.uuid = :uuid", Long.class)
                .setParameter("uuid", detail.courseUuid())
                .getSingleResult();
        return new Whose(
                detail.organiserId(), course, detail.courseUuid(), detail.line().title());
    }

    private ChecklistTemplate own(Whose whose) {
        ChecklistTemplate template = new TemplateTable(em).find(whose.organisation, whose.course);
        if (template == null) {
            throw new NotFoundException();
        }
        return template;
    }

    private Long accountOf(UUID colleague) {
        return colleague == null ? null : colleagues.idOf(colleague);
    }

    private List<TemplateLine> shipped() {
        return ShippedTemplate.steps(language()).stream()
                .map(step -> new TemplateLine(
                        null, step.title(), step.action(), step.moment(), step.days(), null, null, null, null, 0))
                .toList();
    }

    private String language() {
        return currentUser.identity().map(Identity::language).orElse("nl");
    }
}
