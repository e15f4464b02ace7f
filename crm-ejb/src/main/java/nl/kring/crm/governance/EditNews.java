package nl.kring.crm.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import nl.kring.crm.registry.PersonEdited;
import nl.kring.crm.registry.Stewardship;

/** Writes a notice, in the transaction of the edit, when another organisation than the steward changed what all see. */
@Dependent
class EditNews {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Stewardship stewardship;

    void tell(@Observes PersonEdited edit) {
        Long steward = stewardship.of(edit.personId());
        if (!edit.kept() && steward != null && !steward.equals(edit.organisationId())) {
            em.persist(new ChangeNotice(edit, steward, clock.instant()));
        }
    }
}
