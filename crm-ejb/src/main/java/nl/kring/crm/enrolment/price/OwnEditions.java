package nl.kring.crm.enrolment.price;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;

/** The editions of whom the caller decides about money: those that his or her organisation organises, also with others. */
@Dependent
class OwnEditions {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    /** @throws NotFoundException there is none such, or others organise it */
    Edition get(UUID uuid) {
        Long own = currentUser.requireOrganisation();
        return em.createQuery("select e from Edition e join fetch e.course where e.uuid = :uuid", Edition.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .filter(edition -> edition.getCourse().isOrganisedBy(own::equals))
                .orElseThrow(NotFoundException::new);
    }
}
