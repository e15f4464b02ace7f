package nl.kring.crm.registry;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
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
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The persons of the shared register: finding them, reading who says what of them, and saying otherwise. */
@Stateless
public class Persons {

    private static final int MOST_ALIKE = 10;

    @PersistenceContext
    private EntityManager em;

    @Resource
    private SessionContext context;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Stewardship stewardship;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<PersonEdited> edits;

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
        return card(uuid, today());
    }

    /**
     * The same as it was on a day, or will be: names, professions, identifiers and workplace that hold then, as far as it is
     * known now. For the same callers.
     *
     * @throws NotFoundException there is none, or not for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public PersonCard card(UUID uuid, LocalDate asOf) {
        Person person = readable(uuid, "person.read");
        return cards().card(person, asOf, actingOrganisation(), codeOf(stewardship.of(person.getId())));
    }

    /**
     * What happened to what is said of one person, the newest first. For the callers of {@link #card}.
     *
     * @throws NotFoundException there is none, or not for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public List<PersonEvent> history(UUID uuid) {
        return cards().history(readable(uuid, "person.history-read"), actingOrganisation());
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
     * Puts right what was never so, like a typing error; it holds as long as the statement that it corrects. What others say
     * stays. Staff say it for the organisation that they act for, the platform's administrator for the one named. The steward
     * is told when it was not the steward who said it.
     *
     * @return the statements, for taking them back
     * @throws EditConflictException the person was changed since the caller looked
     * @throws InvalidInputException a value cannot be one of its field, or the reason is missing
     * @throws ProposalNeededException it is an identifier, and the caller does not work for the steward
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<UUID> correct(UUID uuid, PersonEdit edit) {
        Long organisation = sayingFor(edit.organisation());
        Person person = editable(uuid, edit);
        List<Statement> said = statements().correct(person, edit, organisation, currentUser.accountId());
        return told("person.corrected", person, organisation, said);
    }

    /**
     * Tells what is otherwise from a day on, like a new name; until then it was as it was, and the old name stays to be found
     * by. A day to come is shown when it comes. For the callers and with the refusals of {@link #correct}.
     *
     * @return the statements, for taking them back
     * @throws InvalidInputException also when the day is missing, before 1900 or more than five years ahead
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<UUID> changeFrom(UUID uuid, LocalDate from, PersonEdit edit) {
        Long organisation = sayingFor(edit.organisation());
        Person person = editable(uuid, edit);
        List<Statement> said = statements().change(person, from, edit, organisation, currentUser.accountId());
        return told("person.changed", person, organisation, said);
    }

    /**
     * Says that everything that is shown of somebody is right today. For staff and the platform's administrator.
     *
     * @param expectedVersion of the card that the caller looked at
     * @throws EditConflictException the person was changed since, so that something else is shown
     * @throws NotFoundException there is none
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void confirm(UUID uuid, long expectedVersion) {
        Person person = cards().survivor(uuid);
        if (person.getVersion() != expectedVersion) {
            throw new EditConflictException();
        }
        person.confirm(clock.instant());
        audit.record("person.confirmed", person.getUuid(), null);
    }

    /**
     * Takes back what was said by hand; what is shown is again what it would be without. For staff of the organisation that
     * said it, of the steward of the person, and the platform's administrator.
     *
     * @return the person it was about
     * @throws NotFoundException there is no such statement, or another organisation keeps it to itself
     * @throws NotAllowedException another organisation said it, and the caller does not work for the steward
     * @throws ProposalNeededException it is an identifier, and the caller does not work for the steward
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID withdraw(UUID statementUuid) {
        Statement statement = statements().get(statementUuid);
        boolean own = currentUser.worksFor(statement.getOrganisationId());
        if (!own && statement.isKept()) {
            throw new NotFoundException();
        }
        if (!own && !currentUser.worksFor(stewardship.of(statement.getPersonId()))) {
            throw new NotAllowedException();
        }
        if (PersonField.of(statement.getField()).isIdentifier() && !statement.isKept()) {
            stewardship.require(statement.getPersonId(), null);
        }
        Person person = statements().withdraw(statement);
        audit.record("person.statement-withdrawn", person.getUuid(), statementUuid.toString());
        return person.getUuid();
    }

    /**
     * A value as it would be kept, for whoever proposes it. For staff and the platform's administrator.
     *
     * @param overrideReason why it is right though it fails its check; null or empty for none
     * @throws InvalidInputException it cannot be one of that field
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public String written(PersonField field, String qualifier, String value, String overrideReason) {
        FieldRules rules = new FieldRules(clock, new RegisterTable(em)::of);
        String override = overrideReason == null || overrideReason.isBlank() ? null : rules.reason(overrideReason);
        return rules.checked(field, qualifier, new FieldValue(value, null), override)
                .value();
    }

    /**
     * Persons who may be the one that is about to be added: with the same number, or with that name. For staff and the
     * platform's administrator.
     *
     * @param typed surnames, given names or a number; empty finds nobody
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<PersonLine> alike(List<String> typed) {
        return typed.stream()
                .filter(text -> text != null && !text.isBlank())
                .flatMap(text -> search().find(PersonQuery.named(text), PersonColumns.NO_CELLS, false).items().stream())
                .distinct()
                .limit(MOST_ALIKE)
                .toList();
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
        Person person = statements().add(typed, organisation, currentUser.accountId(), null);
        audit.record("person.added", person.getUuid(), null);
        return person.getUuid();
    }

    /** Identifiers are for the steward; whoever else knows better proposes it. */
    private Person editable(UUID uuid, PersonEdit edit) {
        Person person = cards().survivor(uuid);
        if (edit.lines().stream().anyMatch(line -> line.field().isIdentifier())) {
            stewardship.require(person.getId(), null);
        }
        return person;
    }

    private List<UUID> told(String what, Person person, Long organisation, List<Statement> said) {
        for (Statement statement : said) {
            audit.record(what, person.getUuid(), statement.getField() + " " + statement.getUuid());
            edits.fire(new PersonEdited(
                    person.getId(),
                    statement.getUuid(),
                    PersonField.of(statement.getField()),
                    organisation,
                    currentUser.accountId(),
                    statement.isKept()));
        }
        return said.stream().map(Statement::getUuid).toList();
    }

    private PersonCards cards() {
        return new PersonCards(em, today());
    }

    private PersonStatements statements() {
        return new PersonStatements(em, clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
    }

    private String codeOf(Long organisation) {
        return organisation == null
                ? null
                : em.createQuery("select o.code from Organisation o where o.id = :id", String.class)
                        .setParameter("id", organisation)
                        .getSingleResult();
    }

    private PersonSearch search() {
        return new PersonSearch(em, today(), actingOrganisation());
    }

    private Person readable(UUID uuid, String reading) {
        Person person = cards().survivor(uuid);
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
        return me != null && cards().survivor(me.getUuid()).equals(person);
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
