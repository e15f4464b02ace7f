package nl.kring.crm.accreditation.request;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Of which courses the caller may see and change the accreditation. */
@Dependent
class CourseAccess {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    /** For staff of an organiser, and of who accredits it in-house. */
    ManagedEdition readable(UUID uuid) {
        Edition edition = em.createQuery(
                        "select e from Edition e join fetch e.course where e.uuid = :uuid", Edition.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        boolean own = edition.getCourse().isOrganisedBy(currentUser::worksFor);
        if (!own && !holds(edition.getCourse().getId())) {
            throw new NotFoundException();
        }
        return new ManagedEdition(
                edition.getId(),
                uuid,
                edition.getCourse().getId(),
                edition.getCourse().getOrganiserId(),
                edition.getCourse().getTitle(),
                edition.getStartsAt(),
                edition.getEndsAt(),
                own);
    }

    /** For staff of an organiser alone. */
    ManagedEdition own(UUID uuid) {
        ManagedEdition edition = readable(uuid);
        if (!edition.own()) {
            throw new NotFoundException();
        }
        return edition;
    }

    /** A request of that edition's course; of an in-house one, for its holder too. */
    AccreditationRequest request(ManagedEdition edition, UUID uuid, long version) {
        AccreditationRequest request = em.createQuery(
                        "select r from AccreditationRequest r where r.uuid = :uuid and r.courseId = :course",
                        AccreditationRequest.class)
                .setParameter("uuid", uuid)
                .setParameter("course", edition.courseId())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (request.getVersion() != version) {
            throw new EditConflictException();
        }
        return request;
    }

    private boolean holds(Long course) {
        return currentUser.has(Role.STAFF)
                && currentUser.organisationId() != null
                && em.createQuery("""
                        select count(r) from AccreditationRequest r
                         where r.courseId = :course and r.holderId = :holder and r.state <> DRAFT""", Long.class)
                                .setParameter("course", course)
                                .setParameter("holder", currentUser.organisationId())
                                .getSingleResult()
                        > 0;
    }
}
