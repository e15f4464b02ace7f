package nl.kring.crm.agenda.checklist;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;

/** The templates that organisations have made their own. */
final class TemplateTable {

    private final EntityManager em;

    TemplateTable(EntityManager em) {
        this.em = em;
    }

    /**
     * The template itself, or null when there is none.
     *
     * @param course null for that of the organisation
     */
    ChecklistTemplate find(Long organisation, Long course) {
        return em.createQuery("""
                        select t from ChecklistTemplate t
                         where t.organisationId = :organisation and t.courseId is not distinct from :course""", ChecklistTemplate.class)
                .setParameter("organisation", organisation)
                .setParameter("course", course)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** What holds for a course: its own, else the organisation's, else null. */
    ChecklistTemplate holding(Long organisation, Long course) {
        ChecklistTemplate own = course == null ? null : find(organisation, course);
        return own == null ? find(organisation, null) : own;
    }

    List<TemplateStep> steps(ChecklistTemplate template) {
        return em.createQuery(
                        "select s from TemplateStep s where s.template = :template order by s.position, s.id",
                        TemplateStep.class)
                .setParameter("template", template)
                .getResultList();
    }

    List<TemplateLine> lines(ChecklistTemplate template) {
        return em.createQuery("""
                        select new nl.kring.crm.agenda.checklist.TemplateLine(s.uuid, s.title, s.action, s.moment, s.days,
                               o.uuid, o.displayName, d.uuid, d.displayName, s.version)
                          from TemplateStep s left join Account o on o.id = s.ownerId
                          left join Account d on d.id = s.deputyId
                         where s.template = :template order by s.position, s.id""", TemplateLine.class)
                .setParameter("template", template)
                .getResultList();
    }

    /** An own template with the steps of another, or with those of the product. */
    void adopt(Long organisation, Long course, ChecklistTemplate from, List<StepForm> shipped, Instant now) {
        ChecklistTemplate made = new ChecklistTemplate(organisation, course, now);
        em.persist(made);
        if (from != null) {
            steps(from).forEach(step -> em.persist(step.copyFor(made)));
            return;
        }
        int position = 1;
        for (StepForm form : shipped) {
            TemplateStep step = new TemplateStep(made, position++);
            step.describe(form, null, null);
            em.persist(step);
        }
    }

    void discard(ChecklistTemplate template) {
        steps(template).forEach(em::remove);
        em.flush();
        em.remove(template);
    }

    TemplateStep step(ChecklistTemplate template, UUID uuid) {
        return steps(template).stream()
                .filter(step -> step.getUuid().equals(uuid))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Changes places with the one before it or after it; the first and the last stay where they are. */
    void move(ChecklistTemplate template, UUID uuid, boolean up) {
        List<TemplateStep> steps = steps(template);
        int at = steps.indexOf(step(template, uuid));
        int to = up ? at - 1 : at + 1;
        if (to >= 0 && to < steps.size()) {
            int position = steps.get(at).getPosition();
            steps.get(at).moveTo(steps.get(to).getPosition());
            steps.get(to).moveTo(position);
        }
    }
}
