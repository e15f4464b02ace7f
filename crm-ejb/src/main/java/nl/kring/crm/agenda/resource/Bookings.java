package nl.kring.crm.agenda.resource;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Which rooms, teachers and equipment the sessions of an edition have. For the staff of the edition's organiser, who book
 * what is theirs and what others share.
 */
@Stateless
public class Bookings {

    private static final int LONGEST_REASON = 300;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Editions editions;

    @Inject
    private AuditTrail audit;

    /**
     * What the sessions of an edition have, by kind and name of the resource, then by time. For staff of its organiser.
     *
     * @throws NotFoundException there is none such of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<BookingLine> of(UUID edition) {
        return table().of(own(edition).line().id());
    }

    /**
     * Books something for all sessions of an edition that do not have it: all or none. For staff of its organiser.
     *
     * @param heldUntil until when it is only held, or null when it is sure
     * @throws NotFoundException there is no such edition of theirs, or nothing such that they may book
     * @throws ResourceTakenException somebody else has it during a session
     * @throws ResourceAwayException it cannot be had during a session
     * @throws InvalidInputException the edition is cancelled, or the moment until which it is held is past
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void book(UUID edition, UUID resource, Instant heldUntil) {
        EditionDetail detail = planned(edition);
        Long booked = bookable(resource);
        if (heldUntil != null && !heldUntil.isAfter(clock.instant())) {
            throw new InvalidInputException("resource-held-until");
        }
        BookingTable.Obstacle away = table().away(detail.line().id(), booked);
        if (away != null) {
            throw Clash.away(away);
        }
        if (table().book(detail.line().id(), booked, heldUntil, currentUser.accountId()) > 0) {
            throw taken(detail.line().id(), booked);
        }
        audit.record("resource.booked", edition, "resource " + resource);
    }

    /**
     * Books something although somebody else has it, or it is away. It stays marked as such, with the reason. For staff of
     * the edition's organiser.
     *
     * @throws NotFoundException there is no such edition of theirs, or nothing such that they may book
     * @throws InvalidInputException no reason is given, every session has it already, or the edition is cancelled
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void override(UUID edition, UUID resource, String reason) {
        EditionDetail detail = planned(edition);
        String because = TypedText.line(reason, LONGEST_REASON);
        if (because == null) {
            throw new InvalidInputException("resource-override-reason");
        }
        if (table().override(detail.line().id(), bookable(resource), because, currentUser.accountId()) == 0) {
            throw new InvalidInputException("resource-had-already");
        }
        audit.record("resource.overridden", edition, "resource " + resource);
    }

    /**
     * What was held is sure. For staff of the edition's organiser.
     *
     * @throws NotFoundException there is no such edition of theirs, or it holds nothing such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void confirm(UUID edition, UUID resource) {
        if (table().confirm(own(edition).line().id(), idOf(resource)) == 0) {
            throw new NotFoundException();
        }
        audit.record("resource.confirmed", edition, "resource " + resource);
    }

    /**
     * Gives something back, for all sessions of an edition. For staff of its organiser.
     *
     * @throws NotFoundException there is no such edition of theirs, or it has nothing such
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void release(UUID edition, UUID resource) {
        if (table().release(own(edition).line().id(), idOf(resource)) == 0) {
            throw new NotFoundException();
        }
        audit.record("resource.released", edition, "resource " + resource);
    }

    private EditionDetail own(UUID edition) {
        EditionDetail detail = editions.edition(edition);
        if (!detail.own()) {
            throw new NotFoundException();
        }
        return detail;
    }

    private EditionDetail planned(UUID edition) {
        EditionDetail detail = own(edition);
        if (detail.line().state() == EditionState.CANCELLED) {
            throw new InvalidInputException("agenda-edition-cancelled");
        }
        return detail;
    }

    private Long bookable(UUID resource) {
        return em.createQuery("""
                        select r.id from Resource r
                         where r.uuid = :uuid and r.retiredAt is null and (r.organisationId = :own or r.shared)""", Long.class)
                .setParameter("uuid", resource)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Long idOf(UUID resource) {
        return em.createQuery("select r.id from Resource r where r.uuid = :uuid", Long.class)
                .setParameter("uuid", resource)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private ResourceTakenException taken(Long edition, Long resource) {
        return new Clash(currentUser).of(table().inTheWay(edition, resource));
    }

    private BookingTable table() {
        return new BookingTable(em, clock.instant());
    }
}
