package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.hibernate.Session;

/** Says, and takes back, what organisations say of persons by hand; what is shown is derived anew each time. */
class PersonStatements {

    private static final String HELD = """
            select s.value, s.prefix, s.by_hand, cast(s.valid_from as text), cast(s.valid_to as text), s.act
              from crm.said s
             where s.person_id = :person and s.field = :field and s.slot = :slot
               and s.private = :kept and (not s.private or s.organisation_id = :organisation)
               and (s.valid_from is null or s.valid_from <= :day) and (s.valid_to is null or s.valid_to >= :day)
             order by %s""".formatted(Survivorship.SAID_ORDER);

    private final EntityManager em;
    private final Clock clock;
    private final FieldRules rules;

    PersonStatements(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
        this.rules = new FieldRules(clock, new RegisterTable(em)::of);
    }

    /**
     * Puts right what was said wrongly: it holds as long as the statement by hand that it corrects. The version that the
     * caller looked at must still be the one that is shown.
     */
    List<Statement> correct(Person person, PersonEdit edit, Long organisationId, Long accountId) {
        Statement.Origin origin = origin(edit, organisationId, accountId);
        List<PersonEdit.Line> checked = checked(edit);
        takeTurn(person, edit.expectedVersion());
        List<Statement> said = new ArrayList<>();
        for (PersonEdit.Line line : checked) {
            Period held = edit.period() != null ? edit.period() : heldBefore(person, line, origin);
            said.add(new Statement(
                    person.getId(),
                    line,
                    Statement.Act.CORRECTION,
                    held,
                    override(line, edit.overrideReason()),
                    origin));
        }
        said.forEach(em::persist);
        deriveAndRefresh(person);
        return said;
    }

    /**
     * Tells a change in life: until the day before, what was said stays so, also when a register has only the new value
     * from now on.
     */
    List<Statement> change(Person person, LocalDate from, PersonEdit edit, Long organisationId, Long accountId) {
        Statement.Origin origin = origin(edit, organisationId, accountId);
        List<PersonEdit.Line> checked = checked(edit);
        LocalDate first = rules.day(from);
        takeTurn(person, edit.expectedVersion());
        List<Statement> said = new ArrayList<>();
        List<Statement> before = new ArrayList<>();
        for (PersonEdit.Line line : checked) {
            said.add(new Statement(
                    person.getId(),
                    line,
                    Statement.Act.CHANGE,
                    Period.since(first),
                    override(line, edit.overrideReason()),
                    origin));
        }
        for (PersonEdit.Line line : keeping(checked)) {
            held(person, line, organisationId, first.minusDays(1))
                    .filter(row -> !(Boolean) row[2])
                    .map(row -> new PersonEdit.Line(
                            line.field(), line.qualifier(), new FieldValue((String) row[0], (String) row[1])))
                    .map(old -> new Statement(
                            person.getId(),
                            old,
                            Statement.Act.CHANGE,
                            Period.always().until(first.minusDays(1)),
                            null,
                            origin))
                    .forEach(before::add);
        }
        said.forEach(em::persist);
        before.forEach(em::persist);
        deriveAndRefresh(person);
        return said;
    }

    /** Of what must be kept how it was: what changes, and of a name all that it is made of. */
    private static List<PersonEdit.Line> keeping(List<PersonEdit.Line> changed) {
        List<PersonEdit.Line> kept = new ArrayList<>(changed);
        if (changed.stream().anyMatch(line -> FormerNames.FIELDS.contains(line.field()))) {
            FormerNames.FIELDS.stream()
                    .filter(field -> changed.stream().noneMatch(line -> line.field() == field))
                    .forEach(field -> kept.add(new PersonEdit.Line(field, null, null)));
        }
        return kept;
    }

    /** Takes a statement back, and with a change what was kept from before; once more does nothing. */
    Person withdraw(Statement statement) {
        em.lock(statement, LockModeType.PESSIMISTIC_WRITE);
        Person person = em.find(Person.class, statement.getPersonId());
        if (!statement.isWithdrawn()) {
            saidWith(statement).filter(Statement::keepsWhatWas).forEach(other -> other.withdraw(clock.instant()));
            statement.withdraw(clock.instant());
            deriveAndRefresh(person);
        }
        return person;
    }

    /** Makes a person of what one organisation says. */
    Person add(NewPerson typed, Long organisationId, Long accountId, String reason) {
        Person person = new Person(clock.instant());
        em.persist(person);
        Statement.Origin origin = new Statement.Origin(organisationId, accountId, clock.instant(), reason);
        for (PersonEdit.Line line : typed.lines()) {
            PersonEdit.Line said = checked(line, null);
            if (said.value().value() != null) {
                em.persist(
                        new Statement(person.getId(), said, Statement.Act.CORRECTION, Period.always(), null, origin));
            }
        }
        deriveAndRefresh(person);
        return person;
    }

    /** Refuses what {@link #add} would refuse, without adding anybody. */
    void check(NewPerson typed) {
        boolean named = false;
        for (PersonEdit.Line line : typed.lines()) {
            boolean given = checked(line, null).value().value() != null;
            named |= given && line.field() == PersonField.BIRTH_NAME;
        }
        if (!named) {
            throw new InvalidInputException("person-needs-surname");
        }
    }

    Statement get(UUID statement) {
        return em.createQuery("select s from Statement s where s.uuid = :uuid", Statement.class)
                .setParameter("uuid", statement)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Statement.Origin origin(PersonEdit edit, Long organisationId, Long accountId) {
        return new Statement.Origin(organisationId, accountId, clock.instant(), rules.reason(edit.reason()));
    }

    private List<PersonEdit.Line> checked(PersonEdit edit) {
        String override = edit.overrideReason() == null ? null : rules.reason(edit.overrideReason());
        return edit.lines().stream().map(line -> checked(line, override)).toList();
    }

    private PersonEdit.Line checked(PersonEdit.Line line, String override) {
        return new PersonEdit.Line(
                line.field(), line.qualifier(), rules.checked(line.field(), line.qualifier(), line.value(), override));
    }

    /** Only a number that fails its check keeps why. */
    private String override(PersonEdit.Line line, String override) {
        if (override == null || line.value().value() == null) {
            return null;
        }
        try {
            rules.checked(line.field(), line.qualifier(), line.value(), null);
            return null;
        } catch (InvalidInputException failsItsCheck) {
            return rules.reason(override);
        }
    }

    /** The period of what is corrected, as far as somebody said one; what was kept at a change has none of its own. */
    private Period heldBefore(Person person, PersonEdit.Line line, Statement.Origin origin) {
        return held(person, line, origin.organisationId(), rules.today())
                .filter(row -> (Boolean) row[2])
                .filter(row -> row[3] != null || !Statement.Act.CHANGE.name().equals(row[5]))
                .map(row -> new Period(date(row[3]), date(row[4])))
                .findFirst()
                .orElse(Period.always());
    }

    /** What is shown in the line's place on a day; empty when nothing is. */
    private Stream<Object[]> held(Person person, PersonEdit.Line line, Long organisationId, LocalDate day) {
        em.flush();
        return rows(em.createNativeQuery(HELD)
                .setParameter("person", person.getId())
                .setParameter("field", line.field().code())
                .setParameter("slot", slot(line.qualifier()))
                .setParameter("organisation", organisationId)
                .setParameter("kept", line.field().isPrivate(line.qualifier()))
                .setParameter("day", day)
                .setMaxResults(1));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(Query query) {
        return query.getResultStream();
    }

    private static LocalDate date(Object iso) {
        return iso == null ? null : LocalDate.parse((String) iso);
    }

    /** As crm.said has it: what may hold beside each other stands in slots. */
    private static String slot(String qualifier) {
        return qualifier == null || qualifier.equals(PersonField.WORK) || qualifier.equals(PersonField.PERSONAL)
                ? ""
                : qualifier;
    }

    private Stream<Statement> saidWith(Statement statement) {
        return em.createQuery("""
                        select o from Statement o, Statement s
                         where s = :statement and o.personId = s.personId and o.saidAt = s.saidAt
                           and o.organisationId = s.organisationId and o.withdrawnAt is null""", Statement.class)
                .setParameter("statement", statement)
                .getResultStream();
    }

    /** Raises the version if it still is the expected one; whoever comes second finds another. */
    private void takeTurn(Person person, long expectedVersion) {
        int taken = em.createNativeQuery(
                        "update crm.person set version = version + 1 where id = :id and version = :expected")
                .setParameter("id", person.getId())
                .setParameter("expected", expectedVersion)
                .executeUpdate();
        if (taken == 0) {
            throw new EditConflictException();
        }
    }

    private void deriveAndRefresh(Person person) {
        em.flush();
        em.unwrap(Session.class)
                .doReturningWork(
                        connection -> new Survivorship(connection, rules.today()).derive(List.of(person.getId())));
        em.refresh(person);
        if (person.getBirthName() == null && person.getPartnerName() == null) {
            throw new InvalidInputException("person-needs-surname");
        }
    }
}
