package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.enrolment.draw.SeatDraw;
import nl.kring.crm.platform.InvalidInputException;

/**
 * Whether seats are given by lot, and when. It can be agreed, changed and called off as long as nobody wishes or waits for a
 * seat; after the draw it is history. The caller holds the row lock of the seats.
 */
final class DrawAgreement {

    private final EntityManager em;
    private final Edition edition;
    private final Instant now;

    DrawAgreement(EntityManager em, Edition edition, Instant now) {
        this.em = em;
        this.edition = edition;
        this.now = now;
    }

    /**
     * @param wish null for no draw
     * @param approval whether staff decide about each request, which does not go with a draw that is to come
     * @throws InvalidInputException the moments are not in order, staff decide, or the edition is in-company
     * @throws EnrolmentRefused.DrawStands somebody wishes or waits for a seat already
     */
    void agree(SeatTerms terms, DrawWindow wish, boolean approval) {
        SeatDraw draw = em.find(SeatDraw.class, edition.getId());
        if (draw != null) {
            em.refresh(draw);
        }
        if (draw != null && draw.isDrawn() || draw == null && wish == null) {
            return;
        }
        if (wish != null && approval) {
            throw new InvalidInputException("enrolment-draw");
        }
        if (wish != null && edition.isInCompany()) {
            throw new InvalidInputException("enrolment-draw-company");
        }
        if (draw != null && wish != null && draw.window().isSame(wish)) {
            return;
        }
        requireNobodyWaits();
        if (wish == null) {
            em.remove(draw);
            terms.giveByLot(false);
            return;
        }
        check(wish);
        if (draw == null) {
            em.persist(new SeatDraw(edition.getId(), wish, now));
        } else {
            draw.move(wish);
        }
        terms.giveByLot(true);
    }

    private void check(DrawWindow wish) {
        boolean sound = wish.opensAt() != null
                && wish.drawAt() != null
                && wish.opensAt().isBefore(wish.drawAt())
                && wish.drawAt().isAfter(now)
                && wish.drawAt().isBefore(edition.getStartsAt());
        if (!sound) {
            throw new InvalidInputException("enrolment-draw");
        }
    }

    private void requireNobodyWaits() {
        long waiting = em.createQuery("""
                        select count(e) from Enrolment e where e.edition = :edition and e.state in :waiting""", Long.class)
                .setParameter("edition", edition)
                .setParameter(
                        "waiting",
                        EnumSet.of(EnrolmentState.REQUESTED, EnrolmentState.WAITLISTED, EnrolmentState.OFFERED))
                .getSingleResult();
        if (waiting > 0) {
            throw new EnrolmentRefused.DrawStands();
        }
    }
}
