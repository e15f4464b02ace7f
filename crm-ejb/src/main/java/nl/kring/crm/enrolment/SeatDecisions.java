package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.enrolment.draw.SeatDraw;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What staff decide about one enrolment: yes to a request, somebody else in somebody's place, who pays. */
@Stateless
public class SeatDecisions {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private EnrolmentAccess access;

    @Inject
    private EnrolmentDecided decided;

    /**
     * Says yes to a request: a seat when one is free, else a place on the waiting list. Once more changes nothing. For the
     * organisers' staff and the platform's administrator.
     *
     * @throws NotFoundException there is none, or not for the caller
     * @throws EnrolmentRefused.OutsideCompany the edition is for the staff of other organisations by now
     * @throws EnrolmentRefused.WaitsForDraw seats are given by lot, and the draw is to come
     * @throws EnrolmentRefused there is neither a seat nor a waiting list, or the person has a seat in a repeat
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer approve(UUID enrolment) {
        Enrolment asked = access.managedEnrolment(enrolment);
        access.billCompany(asked);
        SeatAllocation seats = new SeatAllocation(em, clock);
        boolean done = seats.approve(asked, currentUser.accountId());
        Integer position = seats.positionOf(asked);
        if (done) {
            decided.approved(asked, position);
        }
        return new EnrolmentAnswer(enrolment, asked.getState(), position);
    }

    /** As {@link #replace(UUID, UUID, String)}, without a reason. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer replace(UUID enrolment, UUID person) {
        return replace(enrolment, person, null);
    }

    /**
     * Lets somebody else of the same profession come instead, with the same seat, price and payer; who goes owes what the
     * terms of the seat say, which is mostly nothing. Both hear of it. For the organisers' staff and the platform's administrator.
     *
     * @param because why, which stands in the story of the enrolment that ends; or null
     * @return the enrolment of who comes instead
     * @throws InvalidInputException the reason cannot be kept
     * @throws NotFoundException there is no such enrolment or person, or not for the caller
     * @throws EnrolmentRefused.NoSeat only who has a seat can pass it on
     * @throws EnrolmentRefused.OtherProfession it is somebody of another profession
     * @throws EnrolmentRefused.AlreadyEnrolled he or she is enrolled there
     * @throws EnrolmentRefused.OutsideCompany the edition is for the staff of other organisations
     * @throws EnrolmentRefused.SeatInRepeat he or she has a seat when the course is held another time
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer replace(UUID enrolment, UUID person, String because) {
        Enrolment gone = access.managedEnrolment(enrolment);
        Person other = access.person(person);
        Substitution.check(gone, other, clock.instant());
        Enrolment successor = decided.successor(gone, other);
        new SeatAllocation(em, clock).replace(gone, successor, currentUser.accountId(), EnrolmentStory.reason(because));
        access.billCompany(successor);
        decided.replaced(gone, successor);
        return new EnrolmentAnswer(successor.getUuid(), successor.getState(), null);
    }

    /**
     * Says who pays; the story tells that it was changed. For the organisers' staff and the platform's administrator.
     *
     * @throws NotFoundException there is none, or not for the caller
     * @throws InvalidInputException an organisation is missing or is none, or the reference cannot be kept
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void bill(UUID enrolment, Payer payer) {
        Enrolment paid = access.managedEnrolment(enrolment);
        if (Payers.change(em, paid, payer)) {
            new EnrolmentStory(em, clock).tell(paid, "PAYER_CHANGED", currentUser.accountId());
            decided.billed(paid);
        }
    }

    /**
     * One enrolment with its story, oldest first. For the organisers' staff and the platform's administrator.
     *
     * @throws NotFoundException there is none, or not for the caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentCard card(UUID uuid) {
        Enrolment enrolment = access.managedEnrolment(uuid);
        Edition edition = enrolment.getEdition();
        Person person = enrolment.getPerson();
        return new EnrolmentCard(
                uuid,
                edition.getUuid(),
                edition.getCourse().getTitle(),
                edition.getStartsAt(),
                person.getUuid(),
                person.getDisplayName(),
                person.getProfession(),
                enrolment.getState(),
                new SeatAllocation(em, clock).positionOf(enrolment),
                enrolment.getOfferUntil(),
                enrolment.getState() == EnrolmentState.REQUESTED
                        ? Drawing.ahead(em, edition.getId())
                                .map(SeatDraw::getDrawAt)
                                .orElse(null)
                        : null,
                enrolment.isExtra(),
                CancellationPolicy.fee(enrolment, clock.instant()),
                CancellationPolicy.feeForSubstitute(enrolment, person, clock.instant()),
                !clock.instant().isBefore(edition.getStartsAt()),
                new EnrolmentStory(em, clock).of(enrolment));
    }
}
