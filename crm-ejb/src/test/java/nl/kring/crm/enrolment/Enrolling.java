package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.UUID;
import java.util.function.IntConsumer;
import nl.kring.crm.security.CurrentUser;

/** The boundaries of this package with what a container would give them, for tests of its sub-domains. */
public final class Enrolling {

    private Enrolling() {}

    public static Enrolments enrolments(EntityManager em, CurrentUser caller, Clock clock) {
        return made(Enrolments.class, em, clock, caller);
    }

    /** Where those meet who enrol at once, with a transaction for each round as the product makes it. */
    static EnrolmentQueue queue(EntityManagerFactory factory, Clock clock) {
        return queue(factory, clock, committed -> {});
    }

    /** @param decided is told how many a round was of, before it is committed */
    static EnrolmentQueue queue(EntityManagerFactory factory, Clock clock, IntConsumer decided) {
        return made(EnrolmentQueue.class, new EnrolmentRounds() {
            @Override
            public void decide(UUID edition, Round asked) {
                try (EntityManager em = factory.createEntityManager()) {
                    em.getTransaction().begin();
                    try {
                        asked.decide(made(EnrolmentRound.class, em, clock, new CurrentUser()), edition);
                        decided.accept(asked.verdicts().size());
                        em.getTransaction().commit();
                    } finally {
                        if (em.getTransaction().isActive()) {
                            em.getTransaction().rollback();
                        }
                    }
                }
            }
        });
    }

    public static GuestSeats guestSeats(EntityManager em, CurrentUser caller, Clock clock) {
        return made(GuestSeats.class, em, clock, caller);
    }

    public static ParticipantDetails details(EntityManager em, CurrentUser caller, Clock clock) {
        return made(ParticipantDetails.class, em, clock, caller);
    }
}
