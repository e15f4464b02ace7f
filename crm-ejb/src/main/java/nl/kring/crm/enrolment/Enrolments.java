package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.PriceWish;
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
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    @Inject
    private Prices prices;

    /**
     * Enrols somebody: with a seat when one is free, else on the waiting list. Mails what came of it. A professional may
     * enrol himself or herself, the organiser's staff and the platform's administrator anybody of the register, also from
     * outside the audience.
     *
     * @param personUuid null for oneself
     * @param key the caller's idempotency key, 1 to 200 printable ASCII characters, or null; the same key again answers
     *     the enrolment that it made, as it stands now
     * @throws NotFoundException no such edition for the caller, or no such person
     * @throws NotAllowedException the caller may not enrol this person here
     * @throws EnrolmentRefused a rule says no, or the key was used for something else
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer enrol(UUID editionUuid, UUID personUuid, String key) {
        return enrol(editionUuid, personUuid, key, PriceWish.NONE);
    }

    /**
     * The same at the price that was shown, perhaps with a voucher.
     *
     * @throws InvalidInputException the voucher is of no use here, or the price went up since it was shown
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer enrol(UUID editionUuid, UUID personUuid, String key, PriceWish wish) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidInputException("enrolment-key");
        }
        Edition edition = visible(editionUuid);
        Person person = personUuid == null ? myself() : person(personUuid);
        boolean self = currentUser.has(Role.PROFESSIONAL) && person.equals(me());
        if (!self && !manages(edition)) {
            throw new NotAllowedException();
        }
        EditionFacts facts = mails.factsOf(edition);
        Addressee addressee = mails.addresseeOf(person.getId());
        Long account = currentUser.accountId();
        Enrolment wanted = new Enrolment(edition, person, addressee.email(), account, clock.instant());
        wanted.freeze(prices.freeze(edition, person, wish));
        // Written before the seats are locked, so that nobody waits for it.
        String invitation = mails.invitation(wanted, facts, addressee);

        SeatAllocation seats = seats();
        SeatAllocation.Allotted allotted = seats.allot(wanted, new SeatAllocation.Claim(account, key, !self));
        Enrolment enrolment = allotted.enrolment();
        Integer position = seats.positionOf(enrolment);
        if (!allotted.repeated()) {
            audit.record(
                    enrolment.getState() == EnrolmentState.CONFIRMED ? "enrolment.confirmed" : "enrolment.waitlisted",
                    enrolment.getUuid(),
                    "edition " + edition.getUuid() + " person " + person.getUuid());
            mails.enrolled(enrolment, facts, addressee, position, invitation);
        }
        return new EnrolmentAnswer(enrolment.getUuid(), enrolment.getState(), position);
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
        Enrolment enrolment = open(uuid);
        Edition edition = enrolment.getEdition();
        if (enrolment.isCancelled()) {
            return new Cancellation(uuid, enrolment.getFeeCents());
        }
        CancellationPolicy.checkNotStarted(edition.getStartsAt(), clock.instant());
        Long account = currentUser.accountId();
        SeatAllocation.Released released = seats().cancel(enrolment, account);
        if (released.done()) {
            List<Enrolment> promoted = released.promoted();
            audit.record(
                    "enrolment.cancelled", uuid, "fee " + enrolment.getFeeCents() + " promoted " + promoted.size());
            mails.tell(MailKind.CANCELLED, edition, List.of(enrolment));
            promoted.forEach(next -> audit.record("enrolment.promoted", next.getUuid(), "after " + uuid));
            mails.tell(MailKind.PROMOTED, edition, promoted);
        }
        return new Cancellation(uuid, enrolment.getFeeCents());
    }

    /**
     * One enrolment as it stands. For the person, the organiser's staff and the platform's administrator.
     *
     * @throws NotFoundException there is none, or not for the caller
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer get(UUID uuid) {
        Enrolment enrolment = open(uuid);
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
        Edition edition = visible(editionUuid);
        Person person = myself();
        boolean full = em.find(SeatCount.class, edition.getId()).isFull();
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
        return lists().of(myself().getId());
    }

    /**
     * The calendar text of an enrolment with a seat. For the person, the organiser's staff and the platform's
     * administrator.
     *
     * @throws NotFoundException there is none, not for the caller, or it has no seat
     */
    @RolesAllowed({Role.PROFESSIONALS, Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public String calendar(UUID uuid) {
        Enrolment enrolment = open(uuid);
        if (enrolment.getState() != EnrolmentState.CONFIRMED) {
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
        Edition edition = visible(editionUuid);
        if (!manages(edition)) {
            throw new NotFoundException();
        }
        return lists().participants(edition);
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
        return lists().glance(person(personUuid).getId(), organiser);
    }

    private SeatAllocation seats() {
        return new SeatAllocation(em, clock);
    }

    private EnrolmentLists lists() {
        return new EnrolmentLists(em, clock);
    }

    /** A draft exists for its organiser alone. */
    private Edition visible(UUID uuid) {
        return lists().edition(uuid)
                .filter(found -> found.getState() != EditionState.CONCEPT || manages(found))
                .orElseThrow(NotFoundException::new);
    }

    private Enrolment open(UUID uuid) {
        return lists().enrolment(uuid)
                .filter(found -> manages(found.getEdition())
                        || currentUser.has(Role.PROFESSIONAL)
                                && found.getPerson().equals(me()))
                .orElseThrow(NotFoundException::new);
    }

    /** Whether the caller works for one of the organisers; the platform's administrator does for all. */
    private boolean manages(Edition edition) {
        return edition.getCourse().isOrganisedBy(currentUser::worksFor);
    }

    private Person person(UUID uuid) {
        return current(em.createQuery("select p from Person p where p.uuid = :uuid", Person.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new));
    }

    /** The caller as a person of the register, where the caller acts as one. */
    private Person myself() {
        Person myself = currentUser.has(Role.PROFESSIONAL) ? me() : null;
        if (myself == null) {
            throw new InvalidInputException("enrolment-person");
        }
        return myself;
    }

    private Person me() {
        Long id = currentUser.personId();
        return id == null ? null : current(em.find(Person.class, id));
    }

    /** A person that was merged is the one it was merged into. */
    private Person current(Person person) {
        Person found = person;
        while (found.getMergedIntoId() != null) {
            found = em.find(Person.class, found.getMergedIntoId());
        }
        return found;
    }
}
