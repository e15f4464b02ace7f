package nl.kring.crm.agenda.course;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.platform.NotFoundException;

/** Templates in the database. */
@Dependent
class TemplateTable {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private ProfileTable profiles;

    List<CourseTemplate> of(Long organisation, boolean retired) {
        return em.createQuery("""
                        select distinct t from CourseTemplate t left join fetch t.sessions
                         where t.organisationId = :organisation and (:retired = true or t.retiredAt is null)
                         order by t.name, t.id""", CourseTemplate.class)
                .setParameter("organisation", organisation)
                .setParameter("retired", retired)
                .getResultList();
    }

    CourseTemplate get(UUID uuid, Long organisation) {
        return em.createQuery(
                        "select t from CourseTemplate t where t.uuid = :uuid and t.organisationId = :organisation",
                        CourseTemplate.class)
                .setParameter("uuid", uuid)
                .setParameter("organisation", organisation)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    boolean isTaken(Long organisation, String name, CourseTemplate itself) {
        return !em.createQuery("""
                        select t.id from CourseTemplate t
                         where t.organisationId = :organisation and lower(t.name) = lower(:name) and t.retiredAt is null
                           and t.id <> :itself""", Long.class)
                .setParameter("organisation", organisation)
                .setParameter("name", name)
                .setParameter("itself", itself == null ? 0L : itself.getId())
                .getResultList()
                .isEmpty();
    }

    CourseTemplate keep(Long organisation, String name, EditionDetail edition, Long course) {
        CourseProfile said = profiles.of(course);
        CourseProfile kept = profiles.again(said == null ? new CourseProfile(course) : said, (Long) null);
        if (!organisation.equals(edition.organiserId())) {
            kept.isLookedAfterBy(null, null); // colleagues of another organisation
        }
        CourseTemplate template = new CourseTemplate(organisation, kept.getId(), name, edition, clock.instant());
        em.persist(template);
        em.flush();
        return template;
    }

    /** What the template says is said of the course of that edition. */
    void tellOf(CourseTemplate template, UUID edition) {
        Course course = em.createQuery("select e.course from Edition e where e.uuid = :uuid", Course.class)
                .setParameter("uuid", edition)
                .getSingleResult();
        profiles.again(em.find(CourseProfile.class, template.getProfileId()), course.getId());
    }

    void retire(CourseTemplate template) {
        template.retire(clock.instant());
        em.flush();
    }
}
