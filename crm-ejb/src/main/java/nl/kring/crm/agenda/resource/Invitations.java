package nl.kring.crm.agenda.resource;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.Role;
import nl.kring.crm.security.SecretText;

/**
 * Asking a teacher whether he or she comes. The teacher is held until a day and answers by a personal link that ends with
 * it; whoever has the link answers, so it goes to the teacher's own address alone. Reading it changes nothing: programs
 * that look whether a mail is safe open each link.
 */
@Stateless
public class Invitations {

    private static final int LONGEST_REASON = 300;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Bookings bookings;

    @Inject
    private TeacherMails mails;

    @Inject
    private AuditTrail audit;

    /**
     * Holds a teacher for all sessions of an edition and asks by mail whether he or she comes. Asking once more sends another
     * link; the one before is of no use any more. For staff of the edition's organiser.
     *
     * @param until the moment until which the teacher is held and can answer
     * @throws NotFoundException there is no such edition of theirs, or nothing such that they may book
     * @throws ResourceTakenException somebody else has the teacher during a session
     * @throws ResourceAwayException the teacher cannot be had during a session
     * @throws InvitationException it is no teacher with an address, or there is nothing to ask: all is booked for good
     * @throws InvalidInputException the edition is cancelled, or the moment is missing or past
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void ask(UUID edition, UUID teacher, Instant until) {
        if (until == null) {
            throw new InvalidInputException("resource-held-until");
        }
        Resource asked = em.createQuery("select r from Resource r where r.uuid = :uuid", Resource.class)
                .setParameter("uuid", teacher)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        bookings.book(edition, teacher, until);
        if (!asked.canBeAsked()) {
            throw new InvitationException("invitation-no-address");
        }
        Long editionId = editionId(edition);
        if (!table().isHeld(editionId, asked.getId())) {
            throw new InvitationException("invitation-sure-already");
        }
        table().hold(editionId, asked.getId(), until);
        table().replace(editionId, asked.getId());
        String token = SecretText.random();
        TeacherInvitation invitation =
                new TeacherInvitation(asked.getId(), editionId, Sha256.of(token), clock.instant(), until);
        em.persist(invitation);
        em.flush();
        mails.ask(table().asked(editionId, asked.getId()).orElseThrow(NotFoundException::new), token, until);
        audit.record("teacher.asked", edition, "resource " + teacher);
    }

    /**
     * What became of the last question to each teacher of an edition. For staff of its organiser.
     *
     * @throws NotFoundException there is none such of theirs
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<InvitationLine> of(UUID edition) {
        bookings.of(edition);
        Long editionId = editionId(edition);
        Map<Long, InvitationTable.Asked> asked = table().asked(editionId);
        return table().of(editionId).stream()
                .map(row -> line((TeacherInvitation) row[0], (Resource) row[1], asked))
                .toList();
    }

    /**
     * What the holder of a link is asked now. Anyone who has it.
     *
     * @throws NotFoundException no such link was ever given
     */
    @PermitAll
    public Invitation shown(String token) {
        TeacherInvitation invitation = table().find(token, LockModeType.NONE).orElseThrow(NotFoundException::new);
        var asked = table().asked(invitation.getEditionId(), invitation.getResourceId());
        InvitationState state =
                invitation.state(asked.map(InvitationTable.Asked::fingerprint).orElse(null), clock.instant());
        return asked.map(now -> new Invitation(
                        state,
                        now.teacher(),
                        now.title(),
                        now.organiser(),
                        now.organiserEmail(),
                        now.occasions(),
                        invitation.getExpiresAt(),
                        now.fingerprint()))
                .orElseGet(() ->
                        new Invitation(state, null, null, null, null, List.of(), invitation.getExpiresAt(), null));
    }

    /**
     * Says yes, and the teacher is booked for good; or no, and the booking is given back and the organiser's staff have a task.
     * The same answer once more changes nothing. Anyone who has the link.
     *
     * @param asked what the answer is to, as {@link Invitation#asked()} gave it
     * @param reason why not, or null
     * @throws NotFoundException no such link was ever given
     * @throws InvitationException the times or the place are others since, it is too late, or nothing is asked any more
     * @throws InvalidInputException the reason cannot be kept
     */
    @PermitAll
    public void answer(String token, String asked, boolean coming, String reason) {
        String because = coming ? null : TypedText.line(reason, LONGEST_REASON);
        TeacherInvitation invitation =
                table().find(token, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
        InvitationTable.Asked now = table().asked(invitation.getEditionId(), invitation.getResourceId())
                .orElse(null);
        InvitationState state = invitation.state(now == null ? null : now.fingerprint(), clock.instant());
        if (state == (coming ? InvitationState.COMING : InvitationState.NOT_COMING)) {
            return;
        }
        switch (state) {
            case EXPIRED -> throw new InvitationException("invitation-expired");
            case NOT_COMING -> throw new InvitationException("invitation-answered");
            case WITHDRAWN -> throw new InvitationException("invitation-withdrawn");
            case COMING -> throw new InvitationException("invitation-answered");
            case ASKED -> mustBeThese(now, asked);
        }
        invitation.answer(coming, now.fingerprint(), because, clock.instant());
        BookingTable booked = new BookingTable(em, clock.instant());
        if (coming) {
            booked.confirm(invitation.getEditionId(), invitation.getResourceId());
            if (table().asked(invitation.getEditionId(), invitation.getResourceId())
                    .isEmpty()) {
                throw new InvitationException("invitation-withdrawn"); // given back at this very moment
            }
        } else {
            booked.release(invitation.getEditionId(), invitation.getResourceId());
            mails.comesNot(now);
        }
        em.flush();
        audit.record(
                coming ? "teacher.comes" : "teacher.comes-not", now.edition(), "invitation " + invitation.getUuid());
    }

    private static void mustBeThese(InvitationTable.Asked now, String asked) {
        if (!now.fingerprint().equals(asked)) {
            throw new InvitationException("invitation-changed");
        }
    }

    private InvitationLine line(
            TeacherInvitation invitation, Resource teacher, Map<Long, InvitationTable.Asked> asked) {
        InvitationTable.Asked now = asked.get(invitation.getResourceId());
        return new InvitationLine(
                teacher.getUuid(),
                teacher.getName(),
                invitation.state(now == null ? null : now.fingerprint(), clock.instant()),
                invitation.getAskedAt(),
                invitation.getExpiresAt(),
                invitation.getAnsweredAt(),
                invitation.getReason());
    }

    private Long editionId(UUID edition) {
        return em.createQuery("select e.id from Edition e where e.uuid = :uuid", Long.class)
                .setParameter("uuid", edition)
                .getSingleResult();
    }

    private InvitationTable table() {
        return new InvitationTable(em, clock.instant());
    }
}
