package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** GPs who enrol and cancel for themselves, in transactions as the product makes them. */
final class SelfService implements ClientRush.Desk {

    private final SeatsDatabase seats;
    private final UUID edition;
    private final Map<UUID, Long> people;

    /** @param people with the numbers that the database knows them by */
    SelfService(SeatsDatabase seats, UUID edition, Map<UUID, Long> people) {
        this.seats = seats;
        this.edition = edition;
        this.people = people;
    }

    @Override
    public EnrolmentAnswer enrol(UUID person, String key) throws ClientRush.NoAnswer {
        try {
            return seats.queue().enrol(edition, asking(people.get(person), key));
        } catch (PersistenceException e) {
            throw new ClientRush.NoAnswer(e);
        }
    }

    @Override
    public void cancel(UUID person, UUID enrolment) throws ClientRush.NoAnswer {
        try {
            seats.inTransaction(em -> of(em, people.get(person)).cancel(enrolment));
        } catch (PersistenceException e) {
            throw new ClientRush.NoAnswer(e);
        }
    }

    static EnrolmentRound.Asking asking(Long person, String key) {
        return new EnrolmentRound.Asking(caller(person).identity().orElseThrow(), EnrolmentWish.of(null, key));
    }

    /** The boundary as one of them calls it. */
    static Enrolments of(EntityManager em, Long person) {
        return Enrolling.enrolments(em, caller(person), SeatsDatabase.CLOCK);
    }

    static CurrentUser caller(Long person) {
        Identity identity = new Identity(
                person, UUID.randomUUID(), "a@example.nl", "A", "nl", person, null, EnumSet.of(Role.PROFESSIONAL));
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(identity);
            }
        };
    }
}
