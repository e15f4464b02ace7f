package nl.kring.crm.attendance.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;

/** Of which editions the caller may see and change the deliveries: those of the organisers that he or she works for. */
@Dependent
class EditionAccess {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    OwnEdition own(UUID uuid) {
        return em.createQuery("select e from Edition e join fetch e.course where e.uuid = :uuid", Edition.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .filter(edition -> edition.getCourse().isOrganisedBy(currentUser::worksFor))
                .map(edition -> new OwnEdition(
                        edition.getId(),
                        uuid,
                        edition.getCourse().getOrganiserId(),
                        edition.getCourse().getTitle(),
                        edition.getStartsAt(),
                        edition.getEndsAt()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
