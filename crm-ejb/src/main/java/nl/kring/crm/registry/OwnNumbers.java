package nl.kring.crm.registry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.identifier.QualityRegister;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** A professional's own numbers in quality registers, told to an organisation that needs them for his or her points. */
@Stateless
public class OwnNumbers {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * Tells one's own number in a register that goes by numbers; the organisation says it from then on. A number that is known
     * already is not changed this way. For a professional, about himself or herself.
     *
     * @param organisationId to whom it is told
     * @param register the code of the scheme that counts the points, like RGS-HA
     * @throws NotFoundException the caller is nobody of the register
     * @throws InvalidInputException there is no such register, or it cannot be a number of it
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void tell(Long organisationId, String register, String number) {
        QualityRegister asked =
                QualityRegister.of(register).orElseThrow(() -> new InvalidInputException("person-qualifier"));
        if (currentUser.personId() == null) {
            throw new NotFoundException();
        }
        Person myself = em.find(Person.class, currentUser.personId());
        while (myself.getMergedIntoId() != null) {
            myself = em.find(Person.class, myself.getMergedIntoId());
        }
        if (isKnown(em, myself.getId(), asked)) {
            return;
        }
        PersonEdit edit = new PersonEdit("bij inschrijving opgegeven", myself.getVersion());
        if (asked.goesByBig()) {
            edit.with(PersonField.BIG, number);
        } else {
            edit.with(PersonField.REGISTER_NUMBER, asked.code(), number, null);
        }
        new PersonStatements(em, clock).correct(myself, edit, organisationId, currentUser.accountId());
        audit.record("person.number-told", myself.getUuid(), asked.code());
    }

    /** Whether a number of somebody in that register is known to anybody. */
    public static boolean isKnown(EntityManager em, Long person, QualityRegister register) {
        return (Boolean) em.createNativeQuery(
                        register.goesByBig()
                                ? "select big is not null from crm.person where id = :person"
                                : "select exists (select 1 from crm.said s where s.person_id = :person"
                                        + " and s.field = 'registerNumber' and s.qualifier = '" + register.code() + "'"
                                        + " and s.value is not null and s.value <> '')",
                        Boolean.class)
                .setParameter("person", person)
                .getSingleResult();
    }
}
