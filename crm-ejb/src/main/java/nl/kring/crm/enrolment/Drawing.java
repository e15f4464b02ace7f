package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.enrolment.draw.SeatDraw;

/**
 * Seats that are given by lot. Until the draw a wish is a request without a seat, whoever came first; {@link HeldDraw} decides
 * about them all. Where no draw is to come this asks the database nothing.
 */
final class Drawing {

    private final EntityManager em;
    private final Clock clock;

    Drawing(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** The draw that is to come, read without a lock; nothing where none is. */
    static Optional<SeatDraw> ahead(EntityManager em, Long editionId) {
        SeatTerms terms = em.find(SeatTerms.class, editionId);
        return terms == null || !terms.isDraw()
                ? Optional.empty()
                : Optional.ofNullable(em.find(SeatDraw.class, editionId)).filter(draw -> !draw.isDrawn());
    }

    /** @throws EnrolmentRefused.NotOpenYet wishes for the draw come in later */
    void requireBegun(Edition edition) {
        if (ahead(em, edition.getId())
                .filter(draw -> clock.instant().isBefore(draw.getOpensAt()))
                .isPresent()) {
            throw new EnrolmentRefused.NotOpenYet();
        }
    }

    /** The wish that there is already of somebody who wishes the same once more before the draw. */
    Optional<Enrolment> sameWish(Enrolment wanted) {
        return ahead(em, wanted.getEdition().getId())
                .flatMap(draw -> em.createQuery("""
                                select e from Enrolment e
                                 where e.edition = :edition and e.person = :person and e.state = :requested order by e.id""", Enrolment.class)
                        .setParameter("edition", wanted.getEdition())
                        .setParameter("person", wanted.getPerson())
                        .setParameter("requested", EnrolmentState.REQUESTED)
                        .getResultStream()
                        .findFirst());
    }

    /** Whether who enrols now waits for the draw. The caller holds the row lock of the seats. */
    boolean keeps(Edition edition, SeatTerms terms) {
        if (terms == null || !terms.isDraw()) {
            return false;
        }
        SeatDraw draw = em.find(SeatDraw.class, edition.getId());
        if (draw == null) {
            return false;
        }
        em.refresh(draw); // it may have been held while we waited for the seats
        return !draw.isDrawn();
    }
}
