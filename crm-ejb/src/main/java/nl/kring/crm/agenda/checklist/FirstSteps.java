package nl.kring.crm.agenda.checklist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;

/** With which steps the checklist of an edition begins, and who does them. */
@Dependent
class FirstSteps {

    /**
     * A step with the numbers of the accounts of who does it, and who does while that one is away.
     *
     * @param organisation whose people do it: that of a colleague whom the caller names, else the organiser
     */
    record Step(
            String title, StepAction action, StepMoment moment, int days, Long organisation, Long owner, Long deputy) {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentUser currentUser;

    /** From the template that holds for the edition; what it gives to nobody who still works there goes to these two. */
    List<Step> of(EditionDetail edition, UUID owner, UUID deputy) {
        if (owner != null && owner.equals(deputy)) {
            throw new InvalidInputException("task-own-deputy");
        }
        Long otherwise = accountOf(owner);
        Long otherwiseDeputy = accountOf(deputy);
        Long course = em.createQuery("select c.id from Course c where c.uuid = :uuid", Long.class)
                .setParameter("uuid", edition.courseUuid())
                .getSingleResult();
        TemplateTable table = new TemplateTable(em);
        ChecklistTemplate template = table.holding(edition.organiserId(), course);
        if (template == null) {
            return ShippedTemplate.steps(
                            currentUser.identity().map(Identity::language).orElse("nl"))
                    .stream()
                    .map(form -> step(form, edition, otherwise, otherwiseDeputy))
                    .toList();
        }
        List<TemplateStep> steps = table.steps(template);
        Set<Long> there = stillThere(steps, edition.organiserId());
        return steps.stream()
                .map(step -> {
                    boolean named = step.getOwnerId() != null && there.contains(step.getOwnerId());
                    return new Step(
                            step.getTitle(),
                            step.getAction(),
                            step.getMoment(),
                            step.getDays(),
                            named ? edition.organiserId() : whose(edition, otherwise),
                            named ? step.getOwnerId() : otherwise,
                            step.getDeputyId() != null && there.contains(step.getDeputyId())
                                    ? step.getDeputyId()
                                    : otherwiseDeputy);
                })
                .map(FirstSteps::withAnotherDeputy)
                .toList();
    }

    Step byHand(StepForm form, EditionDetail edition) {
        return step(form, edition, accountOf(form.owner()), accountOf(form.deputy()));
    }

    private Step step(StepForm form, EditionDetail edition, Long owner, Long deputy) {
        return new Step(form.title(), form.action(), form.moment(), form.days(), whose(edition, owner), owner, deputy);
    }

    private Long whose(EditionDetail edition, Long colleague) {
        return colleague == null ? edition.organiserId() : currentUser.requireOrganisation();
    }

    /** Nobody stands in for himself or herself. */
    private static Step withAnotherDeputy(Step step) {
        return step.deputy == null || !step.deputy.equals(step.owner)
                ? step
                : new Step(step.title, step.action, step.moment, step.days, step.organisation, step.owner, null);
    }

    private Set<Long> stillThere(List<TemplateStep> steps, Long organiser) {
        List<Long> named = steps.stream()
                .flatMap(step -> Stream.of(step.getOwnerId(), step.getDeputyId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return named.isEmpty() ? Set.of() : colleagues.among(named, organiser);
    }

    private Long accountOf(UUID colleague) {
        return colleague == null ? null : colleagues.idOf(colleague);
    }
}
