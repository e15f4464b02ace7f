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
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.OwnNumbers;
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
    private OwnNumbers numbers;

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
     * Enrols somebody of the practice as he or she would have done it, and mails what came of it. What is to be agreed to is
     * left to who comes. For a practice manager.
     *
     * @param wish who pays, a note and a voucher in it are not looked at; for more than the price that was shown nobody is
     *     enrolled
     * @throws NotFoundException no such edition for the caller, or nobody such at the practice
     * @throws InvalidInputException nobody said that what is asked for is met, a question that has to be answered is not, an
     *     answer or a number cannot be kept, or the price went up
     * @throws EnrolmentRefused a rule says no, or the key was used for something else
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public EnrolmentAnswer enrol(UUID edition, EnrolmentWish wish) {
        Edition found = access.edition(edition);
        Person colleague = access.colleague(wish.person());
        if (!wish.meetsPrerequisites() && NeededNumbers.asksPrerequisites(em, found)) {
            throw new InvalidInputException("enrolment-prerequisites");
        }
        EnrolmentDetails details = EnrolmentDetails.besidesConsent(em, found, wish);
        TeamEnrolment.Prepared prepared =
                work.prepare(found, colleague, wish.price().shownCents());
        wish.numbers()
                .forEach((code, number) ->
                        numbers.tellOf(colleague.getUuid(), found.getCourse().getOrganiserId(), code, number));
        audit.record("enrolment.asked", edition, "person " + colleague.getUuid() + " by the practice");
        SeatAllocation.Allotted allotted = new SeatAllocation(em, clock)
                .allot(prepared.wanted(), new SeatAllocation.Claim(access.account(), wish.key(), false));
        Enrolment made = allotted.enrolment();
        if (!allotted.repeated()) {
            details.keep(made);
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
