package nl.kring.crm.registry;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;

/**
 * Persons who typed themselves in, like a guest at a course. Nobody looks whether they are known while they wait: an answer,
 * or how long it took, would tell. They are compared afterwards, and whoever may be the same is left to people. Reached from
 * inside the product alone.
 */
@Stateless
public class SelfEntries {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<PersonTypedIn> news;

    /**
     * Looks whether all that is typed can be kept, and looks at nothing else. For components that take it in.
     *
     * @throws InvalidInputException there is no surname, or a value cannot be one of its field
     */
    @PermitAll
    public void check(NewPerson typed) {
        new PersonStatements(em, clock).check(typed);
    }

    /**
     * Adds somebody as said to one organisation. For components that know that it is meant.
     *
     * @param organisationId to whom it was said, who says it from then on
     * @param reason where it was said
     * @throws InvalidInputException as {@link #check}
     */
    @PermitAll
    public UUID add(NewPerson typed, Long organisationId, String reason) {
        Person person = new PersonStatements(em, clock).add(typed, organisationId, null, reason);
        audit.record("person.typed-in", person.getUuid(), null);
        news.fire(new PersonTypedIn(person.getUuid()));
        return person.getUuid();
    }
}
