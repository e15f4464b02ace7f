package nl.kring.crm.registry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.identifier.QualityRegister;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The numbers of professionals in quality registers, told to an organisation that needs them for their points: by themselves,
 * by who manages the practice where they work, or by the staff who enrol them or see them come. A number that anybody knows stays
 * as it is.
 */
@Stateless
public class OwnNumbers {

    private static final String BY_THEMSELVES = "bij inschrijving opgegeven";
    private static final String BY_STAFF = "bij inschrijving genoteerd door de organisator";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<PersonEdited> edits;

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
        if (currentUser.personId() == null) {
            throw new NotFoundException();
        }
        write(current(em.find(Person.class, currentUser.personId())), organisationId, register, number, BY_THEMSELVES);
    }

    /**
     * Tells the number of somebody who works today at the practice that the caller acts for, as {@link #tell}. For a practice
     * manager.
     *
     * @throws NotFoundException nobody such works there
     * @throws InvalidInputException there is no such register, or it cannot be a number of it
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public void tellOf(UUID person, Long organisationId, String register, String number) {
        Person colleague = person(person)
                .filter(found -> worksAt(found, currentUser.requireOrganisation()))
                .orElseThrow(NotFoundException::new);
        write(colleague, organisationId, register, number, BY_THEMSELVES);
    }

    /**
     * Writes down the number of somebody who calls, or stands at the door, as {@link #tell}; the caller's organisation says it from
     * then on. For staff and the platform's administrator.
     *
     * @param organisationId who says it when the platform's administrator writes it down
     * @throws NotFoundException there is no such person
     * @throws InvalidInputException there is no such register, or it cannot be a number of it
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void tellByStaff(UUID person, Long organisationId, String register, String number) {
        Long says = currentUser.has(Role.PLATFORM_ADMIN) ? organisationId : currentUser.requireOrganisation();
        Person found = person(person).orElseThrow(NotFoundException::new);
        for (Statement said : write(found, says, register, number, BY_STAFF)) {
            edits.fire(new PersonEdited(
                    found.getId(),
                    said.getUuid(),
                    PersonField.of(said.getField()),
                    says,
                    currentUser.accountId(),
                    said.isKept()));
        }
    }

    private Optional<Person> person(UUID uuid) {
        return em.createQuery("select p from Person p where p.uuid = :uuid", Person.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .map(this::current);
    }

    private boolean worksAt(Person person, Long practice) {
        return (Boolean) em.createNativeQuery("""
                        select exists (select 1 from crm.affiliation a
                                        where a.person_id = :person and a.withdrawn_at is null
                                          and crm.organisation_survivor(a.organisation_id) = crm.organisation_survivor(:practice)
                                          and daterange(a.valid_from, a.valid_to, '[]') @> cast(:day as date))""", Boolean.class)
                .setParameter("person", person.getId())
                .setParameter("practice", practice)
                .setParameter("day", LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM))
                .getSingleResult();
    }

    private Person current(Person person) {
        Person found = person;
        while (found.getMergedIntoId() != null) {
            found = em.find(Person.class, found.getMergedIntoId());
        }
        return found;
    }

    private List<Statement> write(Person person, Long organisationId, String register, String number, String source) {
        QualityRegister asked =
                new RegisterTable(em).of(register).orElseThrow(() -> new InvalidInputException("person-qualifier"));
        if (isKnown(em, person.getId(), asked)) {
            return List.of();
        }
        PersonEdit edit = new PersonEdit(source, person.getVersion());
        if (asked.goesByBig()) {
            edit.with(PersonField.BIG, number);
        } else {
            edit.with(PersonField.REGISTER_NUMBER, asked.code(), number, null);
        }
        List<Statement> said =
                new PersonStatements(em, clock).correct(person, edit, organisationId, currentUser.accountId());
        audit.record("person.number-told", person.getUuid(), asked.code());
        return said;
    }

    /** Whether a number of somebody in that register is known to anybody. */
    public static boolean isKnown(EntityManager em, Long person, QualityRegister register) {
        if (register.goesByBig()) {
            return (Boolean)
                    em.createNativeQuery("select big is not null from crm.person where id = :person", Boolean.class)
                            .setParameter("person", person)
                            .getSingleResult();
        }
        return (Boolean) em.createNativeQuery(
                        "select exists (select 1 from crm.said s where s.person_id = :person"
                                + " and s.field = 'registerNumber' and s.qualifier = :register"
                                + " and s.value is not null and s.value <> '')",
                        Boolean.class)
                .setParameter("person", person)
                .setParameter("register", register.code())
                .getSingleResult();
    }
}
