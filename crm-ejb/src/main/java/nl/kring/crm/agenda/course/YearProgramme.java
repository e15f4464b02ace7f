package nl.kring.crm.agenda.course;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.SessionLine;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;

/** What an organisation holds in a year, what was copied of it, and writing that down. */
@Dependent
class YearProgramme {

    private static final String MEETINGS = """
            select e.uuid as edition, c.uuid as course, c.title, e.enrol_until, s.id, s.uuid, s.position, s.title as about,
                   s.starts_at, s.ends_at, s.location, s.online,
                   exists (select 1 from crm.year_copy_edition y where y.source_id = e.id) as copied
              from crm.edition e
              join crm.course c on c.id = e.course_id
              join crm.session s on s.edition_id = e.id
             where c.organiser_id = :organiser and e.state <> 'CANCELLED' and e.starts_at >= :from and e.starts_at < :to
             order by e.starts_at, e.id, s.position""";

    private static final String COPIES = """
            select y.uuid, y.from_year, y.made_at, count(x.edition_id) as editions,
                   coalesce(bool_and(x.edition_id is null or d.state = '{draft}' and n.taken = 0 and n.last_place = 0), true) as undoable
              from crm.year_copy y
              left join crm.year_copy_edition x on x.copy_id = y.id
              left join crm.edition d on d.id = x.edition_id
              left join crm.seat_count n on n.edition_id = d.id
             where y.organisation_id = :organisation and y.undone_at is null
             group by y.id
            having count(x.edition_id) > 0
             order by y.made_at desc, y.id desc
             limit 20""";

    /** An edition with its meetings, in order of time. */
    record Held(
            UUID edition, UUID course, String title, Instant enrolUntil, boolean copied, List<SessionLine> meetings) {

        LocalDate firstDay() {
            return AmsterdamTime.toLocal(meetings.get(0).startsAt()).toLocalDate();
        }
    }

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** What it organises itself and starts in that year by the clock on the wall, but for what was cancelled. */
    @SuppressWarnings("unchecked")
    List<Held> of(Long organiser, int year) {
        List<Tuple> rows = em.createNativeQuery(MEETINGS, Tuple.class)
                .setParameter("organiser", organiser)
                .setParameter("from", newYear(year))
                .setParameter("to", newYear(year + 1))
                .getResultList();
        Map<UUID, Held> editions = new LinkedHashMap<>();
        for (Tuple row : rows) {
            editions.computeIfAbsent(
                            row.get("edition", UUID.class),
                            uuid -> new Held(
                                    uuid,
                                    row.get("course", UUID.class),
                                    row.get("title", String.class),
                                    row.get("enrol_until", Instant.class),
                                    row.get("copied", Boolean.class),
                                    new ArrayList<>()))
                    .meetings()
                    .add(new SessionLine(
                            row.get("id", Long.class),
                            row.get("uuid", UUID.class),
                            row.get("position", Integer.class),
                            row.get("about", String.class),
                            row.get("starts_at", Instant.class),
                            row.get("ends_at", Instant.class),
                            row.get("location", String.class),
                            row.get("online", String.class),
                            row.get("online", String.class) != null));
        }
        return List.copyOf(editions.values());
    }

    private static Instant newYear(int year) {
        return AmsterdamTime.toInstant(LocalDate.of(year, 1, 1).atStartOfDay());
    }

    YearCopy begin(Long organisation, int year, Long account) {
        YearCopy copy = new YearCopy(organisation, year, account, clock.instant());
        em.persist(copy);
        em.flush();
        return copy;
    }

    /** Writes down what came of what; refuses when somebody else copied it a moment before. */
    void made(YearCopy copy, UUID source, UUID edition) {
        int written = em.createNativeQuery("""
                        insert into crm.year_copy_edition (source_id, edition_id, copy_id)
                        select s.id, e.id, :copy from crm.edition s, crm.edition e where s.uuid = :source and e.uuid = :edition
                            on conflict do nothing""")
                .setParameter("copy", copy.getId())
                .setParameter("source", source)
                .setParameter("edition", edition)
                .executeUpdate();
        if (written == 0) {
            throw new InvalidInputException("year-copied-before");
        }
    }

    /** Those that made something that is still there, the last first. */
    @SuppressWarnings("unchecked")
    List<YearCopyLine> copies(Long organisation, String draft) {
        List<Tuple> rows = em.createNativeQuery(COPIES.replace("{draft}", draft), Tuple.class)
                .setParameter("organisation", organisation)
                .getResultList();
        return rows.stream()
                .map(row -> new YearCopyLine(
                        row.get("uuid", UUID.class),
                        row.get("from_year", Integer.class),
                        row.get("made_at", Instant.class),
                        row.get("editions", Long.class).intValue(),
                        row.get("undoable", Boolean.class)))
                .toList();
    }

    YearCopy copy(UUID uuid, Long organisation) {
        return em.createQuery(
                        "select y from YearCopy y where y.uuid = :uuid and y.organisationId = :organisation",
                        YearCopy.class)
                .setParameter("uuid", uuid)
                .setParameter("organisation", organisation)
                .getResultStream()
                .findFirst()
                .filter(copy -> !copy.isUndone())
                .orElseThrow(NotFoundException::new);
    }

    /** What a copying made. */
    @SuppressWarnings("unchecked")
    List<UUID> editionsOf(YearCopy copy) {
        return em.createNativeQuery("""
                        select e.uuid from crm.year_copy_edition x join crm.edition e on e.id = x.edition_id
                         where x.copy_id = :copy order by e.id""", UUID.class)
                .setParameter("copy", copy.getId())
                .getResultList();
    }

    void undo(YearCopy copy) {
        copy.undo(clock.instant());
        em.flush();
    }
}
