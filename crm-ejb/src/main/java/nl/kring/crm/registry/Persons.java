package nl.kring.crm.registry;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The persons of the shared register: finding them, reading who says what of them, and saying otherwise. */
@Stateless
public class Persons {

    @PersistenceContext
    private EntityManager em;

    @Resource
    private SessionContext context;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * A page of the register. For staff of any participant and the platform's administrator.
     *
     * @throws InvalidInputException an unknown sort, a cursor of another question, or a text that is too long
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ResultPage<PersonLine> find(PersonQuery query) {
        PersonPage page = search().find(query, PersonColumns.NO_CELLS, false);
        return new ResultPage<>(page.items(), page.next());
    }

    /** As {@link #find}, with the way back and a count that stops at a thousand. For the same callers. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public PersonPage browse(PersonQuery query) {
        return search().find(query, PersonColumns.NO_CELLS, true);
    }

    /** The municipalities that persons can be looked for in, by name. For the same callers. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<String> municipalities() {
        return Municipalities.names();
    }

    /**
     * One person and everything said of him or her; of somebody who was merged, the survivor. For staff and the platform's
     * administrator, and for a professional only his or her own. What another organisation keeps to itself comes as
     * agreeing, differing or unknown. Reading is written in the audit.
     *
     * @throws NotFoundException there is none, or not for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public PersonCard card(UUID uuid) {
        Person person = readable(uuid, "person.read");
        return new PersonCards(em).card(person, actingOrganisation());
    }

    /**
     * What happened to what is said of one person, the newest first. For the callers of {@link #card}.
     *
     * @throws NotFoundException there is none, or not for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public List<PersonEvent> history(UUID uuid) {
        return new PersonCards(em).history(readable(uuid, "person.history-read"), actingOrganisation());
    }

    /**
     * Who says what in every field, what is shown first. For the callers of {@link #card}.
     *
     * @throws NotFoundException there is none, or not for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public List<FieldCard> provenance(UUID uuid) {
        return card(uuid).fields();
    }

    /**
     * Says that a field is otherwise; what others say stays. Staff say it for the organisation that they act for, the
     * platform's administrator for the one named.
     *
     * @return the statement, for taking it back
     * @throws EditConflictException the person was changed since the caller looked
     * @throws InvalidInputException the value cannot be one of that field, or the reason is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID correct(UUID uuid, Correction correction) {
        Long organisation = sayingFor(correction.organisation());
        Person person = new PersonCards(em).survivor(uuid);
        Statement statement =
                new PersonStatements(em, clock).correct(person, correction, organisation, currentUser.accountId());
        audit.record("person.corrected", person.getUuid(), correction.field().code() + " " + statement.getUuid());
        return statement.getUuid();
    }

    /**
     * Takes back what was said by hand; what is shown is again what it would be without. For staff of the organisation that
     * said it, and the platform's administrator.
     *
     * @return the person it was about
     * @throws NotFoundException there is no such statement
     * @throws NotAllowedException another organisation said it
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID withdraw(UUID statementUuid) {
        PersonStatements statements = new PersonStatements(em, clock);
        Statement statement = statements.get(statementUuid);
        if (!currentUser.worksFor(statement.getOrganisationId())) {
            throw new NotAllowedException();
        }
        Person person = statements.withdraw(statement);
        audit.record("person.statement-withdrawn", person.getUuid(), statementUuid.toString());
        return person.getUuid();
    }

    /**
     * Adds somebody as one organisation says it. Staff for the organisation that they act for, the platform's administrator
     * for the one named.
     *
     * @throws InvalidInputException there is no surname, or a value cannot be one of its field
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID addByHand(NewPerson typed) {
        Long organisation = sayingFor(typed.organisation());
        Person person = new PersonStatements(em, clock).add(typed, organisation, currentUser.accountId(), null);
        audit.record("person.added", person.getUuid(), null);
        return person.getUuid();
    }

    private PersonSearch search() {
        return new PersonSearch(em, LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM), actingOrganisation());
    }

    private Person readable(UUID uuid, String reading) {
        Person person = new PersonCards(em).survivor(uuid);
        boolean anyone = currentUser.has(Role.STAFF) || isPlatformAdmin();
        if (!anyone && !isMyself(person)) {
            throw new NotFoundException();
        }
        audit.record(reading, person.getUuid(), null);
        return person;
    }

    /** An account may still point to the person that was merged into the one that is read. */
    private boolean isMyself(Person person) {
        Long mine = currentUser.personId();
        Person me = mine == null ? null : em.find(Person.class, mine);
        return me != null && new PersonCards(em).survivor(me.getUuid()).equals(person);
    }

    private Long actingOrganisation() {
        return currentUser.has(Role.STAFF) ? currentUser.organisationId() : null;
    }

    private Long sayingFor(String organisationCode) {
        if (organisationCode == null) {
            return currentUser.requireOrganisation();
        }
        Long organisation = em.createQuery("select o.id from Organisation o where o.code = :code", Long.class)
                .setParameter("code", organisationCode)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!isPlatformAdmin() && !currentUser.worksFor(organisation)) {
            throw new NotAllowedException();
        }
        return organisation;
    }

    /** Also true for the first start, which runs as the administrator without being anyone. */
    private boolean isPlatformAdmin() {
        return context.isCallerInRole(Role.PLATFORM_ADMINS);
    }
}
