package nl.kring.crm.agenda;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ResultPage;

/** The lists of editions: filtered, ordered and paged by the database. */
@Dependent
class EditionLists {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 200;

    private static final String LINES = """
            select new nl.kring.crm.agenda.EditionLine(e.id, e.uuid, c.title, c.kind, o.code, o.name, e.state,
                   e.location, e.place, e.priceCents, e.waitingList, e.startsAt, e.endsAt, s.capacity, s.taken)
              from Edition e join e.course c
              join Organisation o on o.id = c.organiserId
              join SeatCount s on s.editionId = e.id
             where\s""";

    static final String ANNOUNCED = "e.state in (nl.kring.crm.agenda.EditionState.PUBLISHED,"
            + " nl.kring.crm.agenda.EditionState.OPEN, nl.kring.crm.agenda.EditionState.CLOSED)";

    /** As the index on the agenda has it; what was held stays in it, for who asks for days that have passed. */
    private static final String IN_THE_AGENDA = "e.state in (nl.kring.crm.agenda.EditionState.PUBLISHED,"
            + " nl.kring.crm.agenda.EditionState.OPEN, nl.kring.crm.agenda.EditionState.CLOSED,"
            + " nl.kring.crm.agenda.EditionState.HELD, nl.kring.crm.agenda.EditionState.ARCHIVED)";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    EditionLists() {}

    EditionLists(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    ResultPage<EditionLine> agenda(AgendaQuery query) {
        List<?> filter =
                Arrays.asList("agenda", query.from(), query.to(), query.organisation(), query.audience(), query.q());
        Conditions where = new Conditions(IN_THE_AGENDA + " and e.inCompany = false");
        where.and("e.startsAt >= :from", "from", query.from() == null ? clock.instant() : query.from());
        where.and("e.startsAt < :to", "to", query.to());
        where.and("o.code = upper(:organisation)", "organisation", blankToNull(query.organisation()));
        where.and("(c.audience is empty or :audience member of c.audience)", "audience", query.audience());
        where.words(query.q());
        AgendaCursor after = AgendaCursor.parse(query.after(), filter);
        if (after != null) {
            where.and("e.startsAt >= :at", "at", after.startsAt());
            where.and("(e.startsAt > :at or e.id > :id)", "id", after.id());
        }
        return page(where, "e.startsAt, e.id", query.size(), filter);
    }

    /** The editions that one organisation organises, alone or with others, or all when it is null; the latest first. */
    ResultPage<EditionLine> of(Long organiser, String q, int size, String cursor) {
        List<?> filter = Arrays.asList("own", organiser, q);
        Conditions where = new Conditions("1 = 1");
        where.and("(c.organiserId = :organiser or :organiser member of c.coOrganisers)", "organiser", organiser);
        where.words(q);
        AgendaCursor after = AgendaCursor.parse(cursor, filter);
        if (after != null) {
            where.and("e.startsAt <= :at", "at", after.startsAt());
            where.and("(e.startsAt < :at or e.id < :id)", "id", after.id());
        }
        return page(where, "e.startsAt desc, e.id desc", size, filter);
    }

    EditionLine line(Edition edition) {
        return em.createQuery(LINES + "e.id = :id", EditionLine.class)
                .setParameter("id", edition.getId())
                .getSingleResult();
    }

    Edition find(UUID uuid) {
        return em.createQuery("select e from Edition e join fetch e.course where e.uuid = :uuid", Edition.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    List<Session> sessionsOf(Long editionId) {
        return em.createQuery(
                        "select s from Session s where s.edition.id = :edition order by s.position", Session.class)
                .setParameter("edition", editionId)
                .getResultList();
    }

    EditionMove.Now now(Edition edition) {
        return EditionMove.Now.of(edition, em.find(SeatCount.class, edition.getId()), clock.instant());
    }

    /** The steps in its life that it can take now, of which some are the organiser's alone. */
    Set<EditionMove> movesOf(Edition edition, boolean organises) {
        EditionMove.Now now = now(edition);
        return Arrays.stream(EditionMove.values())
                .filter(move -> organises || !move.isOfOrganiser())
                .filter(move -> move.refusal(now) == null)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EditionMove.class)));
    }

    private ResultPage<EditionLine> page(Conditions where, String order, int wanted, List<?> filter) {
        int size = wanted < 1 ? USUAL_SIZE : Math.min(wanted, LARGEST_SIZE);
        TypedQuery<EditionLine> query = em.createQuery(LINES + where.text() + " order by " + order, EditionLine.class);
        where.values.forEach(query::setParameter);
        List<EditionLine> found = query.setMaxResults(size + 1).getResultList();
        if (found.size() <= size) {
            return new ResultPage<>(found, null);
        }
        EditionLine last = found.get(size - 1);
        String next = new AgendaCursor(last.startsAt(), last.id()).text(filter);
        return new ResultPage<>(new ArrayList<>(found.subList(0, size)), next);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Conditions that all hold; one whose value is not given does not count. */
    private static final class Conditions {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Conditions(String first) {
            parts.add(first);
        }

        void and(String condition, String name, Object value) {
            if (value != null) {
                parts.add(condition);
                values.put(name, value);
            }
        }

        void words(String q) {
            for (String pattern : SearchText.patterns(q)) {
                String name = "word" + parts.size();
                and("e.searchText like :" + name + " escape '!'", name, pattern);
            }
        }

        String text() {
            return String.join(" and ", parts);
        }
    }
}
