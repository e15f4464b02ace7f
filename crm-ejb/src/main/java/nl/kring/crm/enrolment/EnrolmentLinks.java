package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.security.SecretText;

/**
 * Answering from a mail without signing in: taking the seat that is held, or leaving the waiting list. Whoever has the link
 * answers, so it goes to the person's own address alone, and it can do nothing that costs anything: once the seat is sure it is
 * of no use. Reading it changes nothing, for programs that look whether a mail is safe open each link.
 */
@Stateless
public class EnrolmentLinks {

    private static final String PAGE = "/enrolment/answer-offer.xhtml?token=";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    /**
     * What the holder of a link is asked.
     *
     * @param position the rank on the waiting list; null for who does not wait
     * @param offerUntil until when the seat is held; null when none is
     */
    public record Asked(
            String title,
            String organiser,
            String where,
            Instant startsAt,
            EnrolmentState state,
            Integer position,
            Instant offerUntil) {}

    /** A new link; that of an earlier mail is of no use from now on. */
    static String newLink(Enrolment enrolment) {
        String secret = SecretText.random();
        enrolment.openBy(Sha256.of(secret));
        return Settings.baseUrl() + PAGE + enrolment.getUuid() + "." + secret;
    }

    /**
     * What is asked now. Anyone who has the link.
     *
     * @throws NotFoundException there is no such link, or a later mail has another
     */
    @PermitAll
    public Asked shown(String token) {
        Enrolment enrolment = find(token);
        EditionFacts facts = mails.factsOf(enrolment.getEdition());
        return new Asked(
                facts.title(),
                facts.organiser(),
                facts.where(),
                facts.startsAt(),
                enrolment.getState(),
                new SeatAllocation(em, clock).positionOf(enrolment),
                enrolment.getOfferUntil());
    }

    /**
     * Takes the seat that is held; once more changes nothing. Anyone who has the link.
     *
     * @throws NotFoundException there is no such link, or a later mail has another
     * @throws EnrolmentRefused.OfferOver the seat is held no longer, or none was
     */
    @PermitAll
    public void accept(String token) {
        Enrolment enrolment = find(token);
        if (new SeatAllocation(em, clock).accept(enrolment, null)) {
            audit.record("enrolment.accepted", enrolment.getUuid(), "by link");
            mails.confirmed(enrolment);
        }
    }

    /**
     * Leaves the waiting list, or gives back the seat that is held, free of charge; once more changes nothing. Anyone who has
     * the link.
     *
     * @throws NotFoundException there is no such link, or a later mail has another
     * @throws EnrolmentRefused.SeatIsSure he or she has the seat: cancelling may cost something and asks for signing in
     */
    @PermitAll
    public void leave(String token) {
        Enrolment enrolment = find(token);
        Edition edition = enrolment.getEdition();
        SeatAllocation.Released released = new SeatAllocation(em, clock).leave(enrolment);
        if (released.done()) {
            audit.record("enrolment.cancelled", enrolment.getUuid(), "by link");
            mails.promoted(edition, released.promoted());
        }
    }

    private Enrolment find(String token) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (dot < 0) {
            throw new NotFoundException();
        }
        UUID uuid;
        try {
            uuid = UUID.fromString(token.substring(0, dot));
        } catch (IllegalArgumentException noUuid) {
            throw new NotFoundException();
        }
        byte[] hash = Sha256.of(token.substring(dot + 1));
        return new EnrolmentLists(em, clock)
                .enrolment(uuid)
                .filter(found -> found.isOpenedBy(hash))
                .orElseThrow(NotFoundException::new);
    }
}
