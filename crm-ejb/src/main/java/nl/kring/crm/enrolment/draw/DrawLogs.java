package nl.kring.crm.enrolment.draw;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;

/** When seats are given by lot, and after that how it went, without names. Of editions that everybody may see. */
@Stateless
public class DrawLogs {

    @PersistenceContext
    private EntityManager em;

    /** The window of an edition, with what was promised; nothing where seats are not given by lot. For everybody. */
    @PermitAll
    public Optional<DrawWindow> window(UUID edition) {
        return draw(edition).map(SeatDraw::window);
    }

    /**
     * The draw of an edition; with the secret and the log once it was held. For everybody.
     *
     * @throws NotFoundException there is no such edition, or its seats are not given by lot
     */
    @PermitAll
    public PublishedDraw of(UUID edition) {
        SeatDraw draw = draw(edition).orElseThrow(NotFoundException::new);
        Tuple about = em.createQuery(
                        "select c.title, e.startsAt from Edition e join e.course c where e.id = :edition", Tuple.class)
                .setParameter("edition", draw.getEditionId())
                .getSingleResult();
        return new PublishedDraw(
                edition, about.get(0, String.class), about.get(1, Instant.class), draw.window(), log(draw));
    }

    private DrawLog log(SeatDraw draw) {
        return draw.isDrawn()
                ? new DrawLog(draw.window().commitment(), draw.getSeed(), draw.getLogHash(), lines(draw))
                : null;
    }

    @SuppressWarnings("unchecked")
    private List<DrawnLine> lines(SeatDraw draw) {
        List<Tuple> rows = em.createNativeQuery("""
                        select position, ticket, waiting from crm.draw_line where edition_id = :edition order by position""", Tuple.class)
                .setParameter("edition", draw.getEditionId())
                .getResultList();
        return rows.stream()
                .map(row -> new DrawnLine(
                        row.get(0, Integer.class),
                        row.get(1, UUID.class),
                        DrawOrder.lot(draw.getSeed(), row.get(1, UUID.class)),
                        row.get(2, Integer.class)))
                .toList();
    }

    private Optional<SeatDraw> draw(UUID edition) {
        return em.createQuery("""
                        select d from SeatDraw d, Edition e
                         where e.id = d.editionId and e.uuid = :edition and e.publishedAt is not null
                           and e.inCompany = false""", SeatDraw.class)
                .setParameter("edition", edition)
                .getResultStream()
                .findFirst();
    }
}
