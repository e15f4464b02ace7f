package nl.kring.crm.enrolment;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.Prices;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Enrolling at an edition, cancelling, and who comes. */
@Stateless
public class Enrolments {

    private static final Pattern KEY = Pattern.compile("[ -~]{1,200}");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private EnrolmentAccess access;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    @Inject
    private Prices prices;

    @Inject
    private EnrolmentRound round;

    @Inject
    private EnrolmentQueue queue;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    /** Enrols somebody of whom nothing more is asked; as {@link #enrol(UUID, EnrolmentWish)}. */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public EnrolmentAnswer enrol(UUID editionUuid, UUID personUuid, String key) {
        return enrol(editionUuid, EnrolmentWish.of(personUuid, key));
    }

    /**
     * Enrols somebody: with a seat when one is free, else on the waiting list; where staff decide, neither yet. Mails what
     * came of it. A professional may enrol himself or herself, the organiser's staff and the platform's administrator anybody
     * of the register, also from outside the audience, and with a reason beyond the last seat.
     *
     * <p>In the caller's transaction where there is one; else in one that may decide about others too, who ask at the same
     * moment, and is over when this answers.
     *
     * @throws NotFoundException no such edition for the caller, or no such person
     * @throws NotAllowedException the caller may not enrol this person here, or not beyond the last seat
     * @throws InvalidInputException a question that has to be answered is not, or something cannot be kept
     * @throws EnrolmentRefused a rule says no, or the key was used for something else
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public EnrolmentAnswer enrol(UUID editionUuid, EnrolmentWish wish) {
        if (wish.key() != null && !KEY.matcher(wish.key()).matches()) {
            throw new InvalidInputException("enrolment-key");
        }
        EnrolmentRound.Asking asking =
                new EnrolmentRound.Asking(currentUser.identity().orElseThrow(NotAllowedException::new), wish);
        boolean alone = transactions != null && transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        return alone
                ? queue.enrol(editionUuid, asking)
                : round.decide(editionUuid, List.of(asking)).get(0).orRefuse();
    }

    /**
     * Takes the seat that is held for somebody who waited; once more changes nothing. For the person, the organiser's staff
     * and the platform's administrator.
     *
     * @throws NotFoundException there is none, or not for the caller
     * @throws EnrolmentRefused.OfferOver the seat is held no longer, or none was
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer accept(UUID uuid) {
        Enrolment enrolment = access.enrolment(uuid);
        if (seats().accept(enrolment, currentUser.accountId())) {
            audit.record(
                    "enrolment.accepted",
                    uuid,
                    "edition " + enrolment.getEdition().getUuid());
            mails.confirmed(enrolment);
        }
        return new EnrolmentAnswer(uuid, enrolment.getState(), null);
    }

    /**
     * Cancels an enrolment, gives its seat to who waits first and mails both. For the person, the organiser's staff and
     * the platform's administrator. An enrolment that was cancelled before answers as it did.
     *
     * @return the fee by {@link CancellationPolicy}, in cents
     * @throws NotFoundException there is none, or not for the caller
     * @throws EnrolmentRefused.Started the edition has started
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Cancellation cancel(UUID uuid) {
        return cancel(uuid, null);
    }

    /**
     * As {@link #cancel(UUID)}, and so is said no to what somebody asks; why stands in the story of the enrolment.
     *
     * @param because why, or null
     * @throws InvalidInputException the reason cannot be kept
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Cancellation cancel(UUID uuid, String because) {
        Enrolment enrolment = access.enrolment(uuid);
        Edition edition = enrolment.getEdition();
        if (enrolment.isEnded()) {
            return new Cancellation(uuid, feeOf(enrolment));
        }
        CancellationPolicy.checkNotStarted(edition.getStartsAt(), clock.instant());
        Long account = currentUser.accountId();
        EditionFacts facts = mails.factsOf(edition); // before the seats are locked, so that nobody waits for it
        SeatAllocation.Released released = seats().cancel(enrolment, account, EnrolmentStory.reason(because));
        if (released.done()) {
            List<Enrolment> promoted = released.promoted();
            audit.record("enrolment.cancelled", uuid, "fee " + feeOf(enrolment) + " promoted " + promoted.size());
            audit.recordAll(
                    "enrolment.promoted",
                    promoted.stream()
                            .map(next -> new AuditTrail.Fact(
                                    account, currentUser.organisationId(), next.getUuid(), "after " + uuid))
                            .toList());
            mails.passedOn(facts, MailKind.CANCELLED, List.of(enrolment), promoted);
        }
        return new Cancellation(uuid, feeOf(enrolment));
    }

    /**
     * One enrolment as it stands. For the person, the organiser's staff and the platform's administrator.
     *
     * @throws NotFoundException there is none, or not for the caller
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer get(UUID uuid) {
        Enrolment enrolment = access.enrolment(uuid);
        return new EnrolmentAnswer(uuid, enrolment.getState(), seats().positionOf(enrolment));
    }

    /**
     * What the caller would get by enrolling, and which rule says no. For a professional, about himself or herself.
     *
     * @param voucher a code that makes it cheaper, or null
     * @throws InvalidInputException the voucher is of no use here
     * @throws NotFoundException no such edition for the caller
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public EnrolmentOffer offer(UUID editionUuid, String voucher) {
        Edition edition = access.visible(editionUuid);
        Person person = access.myself();
        boolean full = em.find(SeatCount.class, edition.getId()).isFull()
                || Drawing.ahead(em, edition.getId()).isPresent(); // who waits gets no free seat
        return lists().offer(
                        edition,
                        mails.factsOf(edition),
                        person,
                        mails.addresseeOf(person.getId()),
                        prices.quote(edition, person, voucher, full));
    }

    /** The caller's own enrolments. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public MyEnrolments mine() {
        return lists().of(access.myself().getId());
    }

    /**
     * The calendar text of an enrolment with a seat. For the person, the organiser's staff and the platform's
     * administrator.
     *
     * @throws NotFoundException there is none, not for the caller, or it has no seat
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public String calendar(UUID uuid) {
        Enrolment enrolment = access.enrolment(uuid);
        if (!EnrolmentState.SURE.contains(enrolment.getState())) {
            throw new NotFoundException();
        }
        return mails.calendarOf(enrolment);
    }

    /**
     * Who comes to an edition and who waits. For the organiser's staff and the platform's administrator.
     *
     * @throws NotFoundException no such edition, or another organisation's
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ParticipantList participantsOf(UUID editionUuid) {
        return lists().participants(access.managed(editionUuid));
    }

    /**
     * How many courses of the caller's organisation somebody goes to; for the platform's administrator of everybody's. For
     * staff and the platform's administrator.
     *
     * @throws NotFoundException there is no such person
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public CourseGlance glance(UUID personUuid) {
        Long organiser = currentUser.has(Role.PLATFORM_ADMIN) ? null : currentUser.requireOrganisation();
        return lists().glance(access.person(personUuid).getId(), organiser);
    }

    private SeatAllocation seats() {
        return new SeatAllocation(em, clock);
    }

    private EnrolmentLists lists() {
        return new EnrolmentLists(em, clock);
    }

    private static int feeOf(Enrolment ended) {
        return ended.getFeeCents() == null ? 0 : ended.getFeeCents();
    }
}
