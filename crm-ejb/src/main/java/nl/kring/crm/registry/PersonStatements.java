package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.hibernate.Session;

/** Says, and takes back, what organisations say of persons by hand; what is shown is derived anew each time. */
class PersonStatements {

    private final EntityManager em;
    private final Clock clock;
    private final FieldRules rules;

    PersonStatements(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
        this.rules = new FieldRules(clock);
    }

    /** Adds a statement; the version that the caller looked at must still be the one that is shown. */
    Statement correct(Person person, Correction correction, Long organisationId, Long accountId) {
        FieldValue said = rules.checked(correction.field(), new FieldValue(correction.value(), correction.prefix()));
        String reason = rules.reason(correction.reason());
        if (takeTurn(person, correction.expectedVersion()) == 0) {
            throw new EditConflictException();
        }
        Statement statement = new Statement(
                person.getId(), correction.field(), said, organisationId, accountId, clock.instant(), reason);
        em.persist(statement);
        deriveAndRefresh(person);
        return statement;
    }

    /** Takes a statement back; once more does nothing. Answers the person it was about. */
    Person withdraw(Statement statement) {
        em.lock(statement, LockModeType.PESSIMISTIC_WRITE);
        Person person = em.find(Person.class, statement.getPersonId());
        if (!statement.isWithdrawn()) {
            statement.withdraw(clock.instant());
            deriveAndRefresh(person);
        }
        return person;
    }

    /** Makes a person of what one organisation says. */
    Person add(NewPerson typed, Long organisationId, Long accountId, String reason) {
        Person person = new Person(clock.instant());
        em.persist(person);
        typed.values().forEach((field, value) -> {
            FieldValue said = rules.checked(field, value);
            if (said.value() != null) {
                em.persist(
                        new Statement(person.getId(), field, said, organisationId, accountId, clock.instant(), reason));
            }
        });
        deriveAndRefresh(person);
        return person;
    }

    Statement get(UUID statement) {
        return em.createQuery("select s from Statement s where s.uuid = :uuid", Statement.class)
                .setParameter("uuid", statement)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Raises the version if it still is the expected one; whoever comes second finds another. */
    private int takeTurn(Person person, long expectedVersion) {
        return em.createNativeQuery(
                        "update crm.person set version = version + 1 where id = :id and version = :expected")
                .setParameter("id", person.getId())
                .setParameter("expected", expectedVersion)
                .executeUpdate();
    }

    private void deriveAndRefresh(Person person) {
        em.flush();
        em.unwrap(Session.class)
                .doReturningWork(connection -> new Survivorship(connection).derive(List.of(person.getId())));
        em.refresh(person);
        if (person.getBirthName() == null && person.getPartnerName() == null) {
            throw new InvalidInputException("person-needs-surname");
        }
    }
}
