package nl.kring.crm.attendance.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The participants of an edition at the registers: from enrolment on what will go wrong, and afterwards what was delivered. For
 * staff of its organisers; of others' editions nothing exists.
 */
@Stateless
public class CreditDeliveries {

    private static final int LOOKED_AT = 100;
    private static final int LOOKED_AT_SOON = 25;
    private static final int SHOWN_SOON = 5;
    private static final Duration SOON = Duration.ofDays(28);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private EditionAccess access;

    @Inject
    private DeliveryActs acts;

    /**
     * All of an edition, in a few queries however many take part. For staff of an organiser.
     *
     * @throws NotFoundException there is no such edition, or not for the caller
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public DeliveryList list(UUID uuid) {
        OwnEdition edition = access.own(uuid);
        List<DeliveryLine> lines = new DeliveryTable(em).lines(edition.id());
        BatchTable batches = new BatchTable(em);
        return new DeliveryList(
                uuid,
                edition.title(),
                edition.startsAt(),
                edition.endsAt(),
                Registers.counted(lines, batches.registers(edition)),
                lines,
                Registers.pasted(lines),
                batches.unanswered(edition.id()),
                batches.isTrial(edition.organiserId()));
    }

    /**
     * How far an edition is with its registers, counted from the same lines as its list. For staff of an organiser.
     *
     * @throws NotFoundException there is no such edition, or not for the caller
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public CreditsSoFar soFar(UUID uuid) {
        return CreditsSoFar.of(new DeliveryTable(em).lines(access.own(uuid).id()));
    }

    /**
     * What stands in the way of deliveries of editions that are still to come, the soonest first; of the {@value #LOOKED_AT} soonest
     * that are accredited and have participants. For staff, of the editions that their organisation organises.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<BlockedEdition> blocked() {
        return new BlockedTable(em).coming(currentUser.requireOrganisation(), clock.instant(), null, LOOKED_AT);
    }

    /** The same of editions of the coming four weeks, {@value #SHOWN_SOON} at most. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<BlockedEdition> blockedSoon() {
        Instant now = clock.instant();
        return new BlockedTable(em)
                .coming(currentUser.requireOrganisation(), now, now.plus(SOON), LOOKED_AT_SOON).stream()
                        .limit(SHOWN_SOON)
                        .toList();
    }

    /**
     * Keeps that everybody who is due was typed in at the register by hand, now and by the caller. For staff of an organiser.
     *
     * @param scheme one register; null for all of them
     * @return how many
     * @throws InvalidInputException nobody is due there
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public int enter(UUID uuid, String scheme) {
        OwnEdition edition = locked(uuid);
        int entered = new DeliveryTable(em).enter(edition.id(), scheme, currentUser.accountId(), clock.instant());
        if (entered == 0) {
            throw new InvalidInputException("delivery-nobody-due");
        }
        acts.tell("entered", edition, scheme, entered);
        return entered;
    }

    /**
     * It was not typed in after all: everybody is due again. What was sent is not touched. For staff of an organiser.
     *
     * @throws InvalidInputException nothing was typed in there
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public int undoEnter(UUID uuid, String scheme) {
        OwnEdition edition = locked(uuid);
        int undone = takeBack(edition, "ENTERED", scheme, null);
        if (undone == 0) {
            throw new InvalidInputException("delivery-nothing-entered");
        }
        acts.tell("entered-undone", edition, scheme, undone);
        return undone;
    }

    /**
     * Keeps that a participant is in no such register, so that nothing is to be delivered; nothing else follows from it. For staff
     * of an organiser.
     *
     * @throws NotFoundException there is no such participant there, or something was delivered already
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void none(UUID uuid, UUID enrolment, String scheme) {
        OwnEdition edition = locked(uuid);
        if (new DeliveryTable(em).none(edition.id(), enrolment, scheme, currentUser.accountId(), clock.instant())
                == 0) {
            throw new NotFoundException();
        }
        acts.tell("none", edition, scheme, 1);
    }

    /**
     * The participant is in that register after all. For staff of an organiser.
     *
     * @throws NotFoundException it was not said otherwise
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void undoNone(UUID uuid, UUID enrolment, String scheme) {
        OwnEdition edition = locked(uuid);
        if (takeBack(edition, "NONE", scheme, enrolment) == 0) {
            throw new NotFoundException();
        }
        acts.tell("none-undone", edition, scheme, 1);
    }

    /**
     * What the register rejected was put right: it is due again, or still blocked. For staff of an organiser.
     *
     * @param enrolment one participant; null for all that were rejected there
     * @throws NotFoundException nothing was rejected there
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void correct(UUID uuid, UUID enrolment, String scheme) {
        OwnEdition edition = locked(uuid);
        int corrected = takeBack(edition, "REJECTED", scheme, enrolment);
        if (corrected == 0) {
            throw new NotFoundException();
        }
        acts.tell("corrected", edition, scheme, corrected);
    }

    /**
     * Has everybody who is due sent to PE-online, where there is a contract; it leaves after the transaction. Who was sent before is
     * not sent again. For staff of the organiser itself.
     *
     * @return how many are sent, by session where it is counted so
     * @throws NotAllowedException the caller's organisation helps to organise; it enters by hand
     * @throws InvalidInputException nobody can be sent
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public int send(UUID uuid) {
        OwnEdition edition = requireSender(locked(uuid));
        int sent = new BatchTable(em).queue(edition, currentUser.accountId(), clock.instant());
        if (sent == 0) {
            throw new InvalidInputException("delivery-nobody-to-send");
        }
        acts.tell("queued", edition, null, sent);
        return sent;
    }

    /**
     * Has what was not answered asked again, as it was. For staff of the organiser itself.
     *
     * @throws NotAllowedException as {@link #send}
     * @throws NotFoundException nothing waits for an answer in vain
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void askAgain(UUID uuid, UUID batch) {
        OwnEdition edition = requireSender(locked(uuid));
        if (new BatchTable(em).askAgain(edition.id(), batch, clock.instant()) == 0) {
            throw new NotFoundException();
        }
        acts.tell("asked-again", edition, null, 1);
    }

    /** It is sent with the key, and under the contract, of the organisation that organises: a co-organiser enters by hand. */
    private OwnEdition requireSender(OwnEdition edition) {
        if (!currentUser.worksFor(edition.organiserId())) {
            throw new NotAllowedException();
        }
        return edition;
    }

    private int takeBack(OwnEdition edition, String state, String scheme, UUID enrolment) {
        return new DeliveryTable(em)
                .takeBack(edition.id(), state, scheme, enrolment, currentUser.accountId(), clock.instant());
    }

    private OwnEdition locked(UUID uuid) {
        OwnEdition edition = access.own(uuid);
        new DeliveryTable(em).lock(uuid);
        return edition;
    }
}
