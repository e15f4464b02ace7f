package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.PriceQuote;
import nl.kring.crm.enrolment.price.Prices;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.Role;

/**
 * The way of a practice manager to seats for the staff of the own practice, by the rules and the allocation that hold for a
 * professional; the practice pays.
 */
@Stateless
public class TeamSeats {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private TeamAccess access;

    @Inject
    private TeamEnrolment work;

    @Inject
    private EnrolmentDecided decided;

    @Inject
    private Prices prices;

    @Inject
    private AuditTrail audit;

    /**
     * The practice that the caller acts for, before those that were merged into it. For a practice manager.
     *
     * @throws nl.kring.crm.platform.NotAllowedException the caller acts for none
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public List<Long> practice() {
        return access.practice();
    }

    /**
     * What the practice would pay for somebody. For a practice manager.
     *
     * @throws NotFoundException no such edition for the caller, or nobody such at the practice
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public PriceQuote quote(UUID edition, UUID person) {
        Edition found = access.edition(edition);
        boolean full = em.find(SeatCount.class, found.getId()).isFull();
        return prices.quote(found, access.colleague(person), null, full);
    }

    /**
     * Enrols somebody of the practice as he or she would have done it, and mails what came of it. For a practice manager.
     *
     * @param key idempotency key of this attempt for this person
     * @param shownCents the price that was shown; nobody is enrolled for more
     * @param meetsPrerequisites whether the manager says so; not looked at where a course does not ask it
     * @throws NotFoundException no such edition for the caller, or nobody such at the practice
     * @throws InvalidInputException nobody said that what is asked for is met, or the price went up
     * @throws EnrolmentRefused a rule says no, or the key was used for something else
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public EnrolmentAnswer enrol(
            UUID edition, UUID person, String key, Integer shownCents, boolean meetsPrerequisites) {
        Edition found = access.edition(edition);
        Person colleague = access.colleague(person);
        if (!meetsPrerequisites && NeededNumbers.asksPrerequisites(em, found)) {
            throw new InvalidInputException("enrolment-prerequisites");
        }
        TeamEnrolment.Prepared prepared = work.prepare(found, colleague, shownCents);
        audit.record("enrolment.asked", edition, "person " + person + " by the practice");
        SeatAllocation.Allotted allotted = new SeatAllocation(em, clock)
                .allot(prepared.wanted(), new SeatAllocation.Claim(access.account(), key, false));
        Enrolment made = allotted.enrolment();
        if (!allotted.repeated()) {
            work.tell(prepared, made, allotted.position());
        }
        return new EnrolmentAnswer(made.getUuid(), made.getState(), allotted.position());
    }

    /**
     * Lets a colleague of the same profession come instead, free of charge: with the same seat, price and payer. Both hear of
     * it. For a practice manager, where the practice pays.
     *
     * @throws NotFoundException the practice pays for no such enrolment, or nobody such works there
     * @throws EnrolmentRefused it has started, there is no seat to pass on, or the colleague has another profession, a seat
     *     there or a seat in a repeat
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public EnrolmentAnswer replace(UUID enrolment, UUID person) {
        Enrolment gone = access.paid(enrolment);
        Person other = access.colleague(person);
        Substitution.check(gone, other, clock.instant());
        Enrolment successor = decided.successor(gone, other);
        new SeatAllocation(em, clock).replace(gone, successor, access.account());
        access.bill(successor);
        decided.replaced(gone, successor);
        return new EnrolmentAnswer(successor.getUuid(), successor.getState(), null);
    }
}
